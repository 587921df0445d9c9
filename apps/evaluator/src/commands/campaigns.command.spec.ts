import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CampaignSimulation } from '../campaigns/simulate-campaigns';
import { commandLine } from './command-line.factory';

describe('keyart campaigns', () => {
  const line = commandLine();
  let folder = '';

  beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'keyart-campaigns-'))));
  afterAll(() => rm(folder, { recursive: true }));
  const keyart = (...words: string[]): Promise<number> => line.run('campaigns', ...words);

  it('prints the power of a campaign', async () => {
    expect(await keyart('power', '--base', '.05', '--lift', '.1')).toBe(0);
    expect(line.printed).toContain('31,234 impressions per arm');
    line.printed = '';
    expect(
      await keyart('power', '--base', '.05', '--lift', '.1', '--impressions-a-day', '9000', '--days', '10'),
    ).toBe(0);
    expect(line.printed).toContain('UNDER-POWERED');
    line.printed = '';
    expect(await keyart('power', '--base', '.05', '--lift', '.05', '--json')).toBe(0);
    expect(JSON.parse(line.printed)).toMatchObject({ unitsPerArm: 122_124, plan: null });
  });

  it.each([
    [['power', '--base', '5', '--lift', '.1'], '--base 5: must be a number in'],
    [['power', '--base', '.9', '--lift', '.5'], 'a lift of 0.5 on 0.9 is no proportion any more'],
    [
      ['power', '--base', '.05', '--lift', '.1', '--holdout', '.5'],
      '--holdout .5: must be a number in [0.05, 0.1]',
    ],
    [['simulate', '--campaigns', '0'], '--campaigns 0: must be a whole number above 0'],
    [
      ['calendar', '--country', 'UK', '--from', '2026-01-01', '--to', '2026-12-31'],
      '--country UK: is no country',
    ],
    [
      ['calendar', '--country', 'GB', '--from', '2026-02-30', '--to', '2026-12-31'],
      '--from 2026-02-30: must be a day',
    ],
    [
      ['calendar', '--country', 'GB', '--from', '2026-02-20', '--to', '2026-02-01'],
      '--to 2026-02-01: is before',
    ],
  ])('refuses %p', async (words, message) => {
    expect(await keyart(...words)).toBe(2);
    expect(line.said).toContain(message);
  });

  it('simulates; whatever is missed is named with exit code 1', async () => {
    const few = [
      'simulate',
      '--campaigns',
      '1',
      '--level-runs',
      '2',
      '--fatigue-runs',
      '2',
      '--decisions',
      '6000',
      '--json',
    ];
    const code = await keyart(...few);
    const found = JSON.parse(line.printed) as CampaignSimulation;
    const missed = found.floors.filter(({ isMet }) => !isMet);
    // Two runs are never within 4 to 6%.
    expect(missed.map(({ what }) => what)).toContain('A/A: share of runs with p below .05');
    expect(code).toBe(1);
    expect(line.said).toContain('missed: ');
    expect(found.choices).toHaveLength(16);
    expect(found.propensities.largestSumError).toBeLessThan(1e-9);
  }, 120_000);

  describe('calendar', () => {
    const days = ['--from', '2026-10-01', '--to', '2026-12-31'];

    it('lists what a country observes', async () => {
      expect(await keyart('calendar', '--country', 'US', ...days)).toBe(0);
      expect(line.printed).toMatch(/2026-10-31 +Halloween/);
      expect(line.printed).toMatch(/2026-11-26 +Thanksgiving .* law/);
      expect(line.printed).toMatch(/2026-12-25 +Christmas Day .* law/);
    });

    it.each([
      [{ basis: 'law' }, 'rows[0].source'],
      [{ basis: 'law', source: 'nowhere' }, "rows[0].source: nowhere is none of the file's sources"],
      [{ basis: 'assumption', source: 'here' }, 'rows[0].source: an assumption has no source'],
      [{ basis: 'assumption', countries: ['UK'] }, 'rows[0].countries'],
      [{ basis: 'assumption', tones: ['happiness'] }, 'rows[0].tones'],
      [{ basis: 'assumption', rule: { kind: 'fixed', day: '31-10' } }, 'rows[0].rule.day'],
      [
        { basis: 'assumption', rule: { kind: 'weekday', month: 13, weekday: 0, nth: 1 } },
        'rows[0].rule.month',
      ],
    ])('refuses a row with %p by its place', async (changes, place) => {
      const row = {
        name: 'Halloween',
        rule: { kind: 'fixed', day: '10-31' },
        countries: ['US'],
        tones: [],
        ...changes,
      };
      const file = path.join(folder, 'calendar.json');
      const content = {
        schema: 'campaign-occasions/1',
        about: 'for tests',
        sources: { here: 'a law' },
        rows: [row],
      };
      await writeFile(file, JSON.stringify(content));
      expect(await keyart('calendar', '--country', 'US', ...days, '--file', file)).toBe(2);
      expect(line.said).toContain(place);
    });
  });
});

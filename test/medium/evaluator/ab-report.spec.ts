import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ExperimentsRepository } from '@keyart/db';
import { runProgram } from '../../../apps/evaluator/src/run-program';
import { aRunningExperiment } from '../../factories/experiment.factory';
import { logMembers } from '../../factories/experiment-log.factory';
import { minutesLater } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

describe('keyart ab report', () => {
  let test: TestDatabase;
  let folder: string;
  let [told, complained] = ['', ''];

  beforeAll(async () => {
    test = await createTestDatabase();
    folder = await mkdtemp(path.join(tmpdir(), 'keyart-ab-report-'));
    await aRunningExperiment(new ExperimentsRepository(test.database), { experimentId: 'llm-vs-production' });
    for (const [arm, takerCount] of [
      ['control', 30],
      ['treatment', 33],
    ] as const)
      await logMembers(test.database, {
        ...{ experiment: 'llm-vs-production/1', arm, count: 100, takerCount, memberPrefix: arm },
        decidedAt: minutesLater(1),
      });
  });
  afterAll(async () => {
    await test.drop();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => {
    [told, complained] = ['', ''];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((told += String(text))));
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((complained += String(text))));
  });
  afterEach(() => jest.restoreAllMocks());

  const report = (...rest: string[]): Promise<number> =>
    runProgram(['ab', 'report', ...rest], () =>
      Promise.resolve({ url: test.url, stop: () => Promise.resolve() }),
    );

  it('prints what can be said, and writes page and JSON', async () => {
    const page = path.join(folder, 'report.html');
    expect(await report('--experiment', 'llm-vs-production', '--html', page)).toBe(0);
    expect(told).toContain('sample ratio as planned');
    expect(told).toContain('winner: none (reward: no arm is shown to be better than the control)');
    expect(readFileSync(page, 'utf8')).toContain('Winner: none.');
  });

  it('prints the JSON alone', async () => {
    expect(await report('--experiment', 'llm-vs-production', '--run', '1', '--json', '-')).toBe(0);
    expect(JSON.parse(told)).toMatchObject({ experiment: 'llm-vs-production/1', winner: { arm: null } });
  });

  it.each([
    [['--experiment', 'none'], 'there is no experiment none'],
    [['--experiment', 'llm-vs-production', '--run', '2'], 'has no version 2'],
    [['--experiment', 'llm-vs-production', '--run', 'x'], '--run x: must be a number whole'],
  ])('says of %j what is wrong', async (flags, text) => {
    expect(await report(...flags)).toBe(2);
    expect(told + complained).toContain(text);
  });
});

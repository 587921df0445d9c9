import { localisationPlan } from './localisation-plan';
import type { LocalisationPlan } from './localisation-plan';
import { ASSUMPTIONS, audienceOf, marketOf, planQuestionOf } from './plan-question.factory';
import type { PlanQuestion } from './plan-question';
import { parseTracks } from './track';
import type { WorkItem } from './work-item';

const plan = (more: Partial<PlanQuestion> = {}): Promise<LocalisationPlan> =>
  localisationPlan(planQuestionOf(more));
const key = ({ kind, language, country }: WorkItem): string => `${kind}:${language ?? country}`;
const itemOf = ({ items, leftOut }: LocalisationPlan, name: string): WorkItem => {
  const item = [...items, ...leftOut].find((one) => key(one) === name);
  if (!item) throw new Error(`${name} is not there`);
  return item;
};
const tracksOnly = { kinds: ['subtitle', 'dub'] } as const;

describe('localisationPlan', () => {
  it('multiplies chance, market, watching, language and mode, in viewers and US dollars', async () => {
    const { viewers, value, cost, netValue, reasons } = itemOf(
      await plan({ ...tracksOnly, kinds: ['dub'] }),
      'dub:de',
    );
    // A million people, a tenth watches, chance .5: 50,000; half of them for dubs, a fifth takes a dub with weight one half.
    const [austria, germany] = [50_000 * (0.5 + 0.2 * 0.5), 50_000 * 0.9 * (0.5 + 0.2 * 0.5)];
    expect(viewers.value).toBeCloseTo(austria + germany, 6);
    expect(viewers.low).toBeCloseTo(0.8 * (austria + germany), 6);
    expect(viewers.high).toBeCloseTo(1.2 * (austria + germany), 6);
    expect({ value: value.value, cost }).toEqual({ value: viewers.value, cost: 100 * 100 });
    expect(netValue).toBeCloseTo(viewers.value - 10_000, 6);
    expect(reasons.map(({ country }) => country)).toEqual(['AT', 'DE']);
    expect(reasons[1]).toMatchObject({
      marketSize: 1_000_000,
      languageShare: 0.9,
      modePreference: 0.5,
      existing: [],
    });
  });

  it('values each item given those before it: after a dub, subtitles add only for those who like them', async () => {
    const whole = await plan({ ...tracksOnly, existing: parseTracks('dub:de') });
    const { viewers, reasons } = itemOf(whole, 'subtitle:de');
    expect(viewers.value).toBeCloseTo((50_000 + 45_000) * 0.2 * 0.5, 6);
    expect(reasons[0].existing).toEqual(['dub:de']);
    expect([...whole.items, ...whole.leftOut].map(key)).not.toContain('dub:de');
  });

  it('sums up in order', async () => {
    const { items, total } = await plan();
    const sums = items.map((_, last) =>
      items.slice(0, last + 1).reduce((sum, { netValue }) => sum + netValue, 0),
    );
    items.forEach(({ cumulative }, index) => expect(cumulative.netValue).toBeCloseTo(sums[index], 6));
    expect(total).toEqual(items.at(-1)?.cumulative);
    expect(total.value.value - total.cost).toBeCloseTo(total.netValue, 6);
  });

  it('needs nothing where the original language is at home', async () => {
    const { items, leftOut, nothingNeeded } = await plan();
    expect([...items, ...leftOut].map(key).filter((name) => /(dub|subtitle):en/.test(name))).toEqual([]);
    expect(nothingNeeded).toEqual([{ country: 'GB', share: 1 }]);
  });

  it('counts who understands the original, and a track in another language that is understood', async () => {
    const known = { language: 'en', role: 'known', share: 0.8 } as const;
    const market = marketOf('NL', { nl: 1 });
    const markets = new Map([['NL', { ...market, languages: [...market.languages, known] }]]);
    const costs = new Map([
      ['subtitle:nl', 1],
      ['subtitle:en', 1],
    ]);
    const base = { ...tracksOnly, markets, costs, forecast: [audienceOf('NL', 0.5)] };
    const english = itemOf(await plan(base), 'subtitle:nl').viewers.value;
    // Four tenths watch the English original as it is; subtitles bring the rest of those who like them, and one tenth of those for dubs.
    expect(english).toBeCloseTo(50_000 * (0.2 * 0.6 + 0.5 * 0.1), 6);
    const title = { ...planQuestionOf().title, originalLanguage: 'ko' };
    const foreign = await plan({ ...base, title, existing: parseTracks('subtitle:en') });
    expect(itemOf(foreign, 'subtitle:nl').viewers.value).toBeCloseTo(
      50_000 * (0.2 * 0.6 + 0.5 * (0.5 - 0.2)),
      6,
    );
  });

  it('keeps to a budget and says what was left out and why', async () => {
    const { items, total, leftOut } = await plan({ ...tracksOnly, budget: 2_500 });
    expect(items.map(key)).toEqual(['subtitle:de', 'subtitle:fr']);
    expect(total.cost).toBe(2_000);
    expect(leftOut.map((item) => [key(item), item.why])).toEqual([
      ['dub:de', 'over-budget'],
      ['dub:fr', 'over-budget'],
    ]);
    const poor = await plan({ ...tracksOnly, assumptions: { ...ASSUMPTIONS, moneyPerViewer: 0.001 } });
    expect(poor.items).toEqual([]);
    expect(new Set(poor.leftOut.map(({ why }) => why))).toEqual(new Set(['costs-more-than-it-brings']));
    expect((await plan({ budget: 0 })).items).toEqual([]);
  });

  it('takes something large rather than something small and cheap that has no room beside it', async () => {
    const costs = new Map([
      ['subtitle:fr', 0.01],
      ['dub:de', 100],
    ]);
    const { items } = await plan({ ...tracksOnly, costs, budget: 10_000 });
    expect(items.map(key)).toEqual(['dub:de']);
  });

  it('lists what is not known and not offered apart, and loses no country', async () => {
    const question = planQuestionOf();
    const markets = new Map([...question.markets, ['PT', marketOf('PT', { pt: 1 })]]).set('IT', {
      ...marketOf('IT', {}),
      modes: null,
    });
    const forecast = [...question.forecast, audienceOf('CN', 0.3), audienceOf('IT', 0.4)];
    const result = await plan({ markets, forecast, notOffered: ['FR', 'KP'] });
    expect(result.unknown).toEqual([
      { country: 'CN', reason: 'no data: market' },
      { country: 'IT', reason: 'no data: languages, dub and subtitle preference' },
      { country: 'PT', reason: 'no forecast' },
    ]);
    expect(result.missingExposure).toEqual([
      { country: 'FR', probability: 0.5 },
      { country: 'KP', probability: null },
    ]);
    expect([...result.items, ...result.leftOut].map(key).filter((name) => /fr$|FR$/.test(name))).toEqual([]);
  });

  it('advertises where the chance is open and people can follow the title', async () => {
    const forecast = [audienceOf('GB', 0.5), audienceOf('DE', 0.5), audienceOf('FR', 1)];
    const result = await plan({ forecast, kinds: ['campaign'] });
    const rise = 1 / (1 + Math.exp(-0.5)) - 0.5;
    expect(itemOf(result, 'campaign:GB').viewers.value).toBeCloseTo(100_000 * rise, 6);
    expect(itemOf(result, 'campaign:GB').cost).toBe(100 + 1_000);
    expect(result.leftOut.map((item) => [key(item), item.why])).toEqual([
      ['campaign:DE', 'adds-nothing'],
      ['campaign:FR', 'adds-nothing'],
    ]);
  });

  it('letters pictures where none can be read, now or after the tracks', async () => {
    const title = { ...planQuestionOf().title, artworkLocales: ['de-AT'] };
    const result = await plan({ title });
    expect(result.items.map(key)).toContain('artwork:en');
    expect(result.items.map(key)).not.toContain('artwork:fr');
    expect(result.followUp.map(key)).toEqual(expect.arrayContaining(['artwork:fr', 'campaign:DE']));
    const all = [...result.items, ...result.followUp, ...result.leftOut].map(key);
    expect(all).not.toContain('artwork:de');
    expect((await plan()).items.some(({ kind }) => kind === 'artwork')).toBe(false);
  });

  it('says what the reader has to know', async () => {
    const title = { ...planQuestionOf().title, originalLanguage: null, artworkLocales: [] };
    expect((await plan({ title, costs: new Map([['dub:de', 1]]) })).caveats).toEqual([
      expect.stringContaining('original language is not known'),
      expect.stringContaining('No picture is known'),
      'Without a price, so not planned: subtitle:de, subtitle:en, dub:en, subtitle:fr, dub:fr.',
    ]);
    expect((await plan({ forecast: [] })).caveats).toEqual([
      expect.stringContaining('nothing can be planned'),
    ]);
  });

  it('tells the reasons in a sentence', async () => {
    expect(itemOf(await plan({ ...tracksOnly, kinds: ['dub'] }), 'dub:de').sentence).toBe(
      'Dub in German: about 57,000 more viewers (45,600 to 68,400), worth $57,000 for $10,000: ' +
        'Austria: chance of an audience 50 %, 100 % know the language, 50 % like dubs; ' +
        'Germany: chance of an audience 50 %, 90 % know the language, 50 % like dubs.',
    );
  });

  it.each([
    [{ budget: -1 }, 'budget -1'],
    [{ budget: NaN }, 'budget NaN'],
    [{ runtimeMinutes: 0 }, 'minutes 0'],
    [{ existing: [{ kind: 'dub', language: 'DE' }] as const }, 'dub:DE'],
    [{ notOffered: ['UK'] }, 'UK is no country of ISO 3166-1 alpha-2: the United Kingdom is GB'],
  ])('refuses %j', async (more, message) => {
    await expect(plan(more)).rejects.toThrow(message);
  });
});

import fc from 'fast-check';
import { localisationPlan } from './localisation-plan';
import { ASSUMPTIONS } from './plan-question.factory';
import type { PlanQuestion } from './plan-question';
import { TRACK_KINDS, trackKey, type Track } from './track';

const LANGUAGES = ['de', 'en', 'es', 'fr', 'ja'];
const COUNTRIES = ['AT', 'BR', 'CH', 'DE', 'FR', 'GB', 'JP', 'MX'];
/** In thousandths: what is smaller than any money is not the matter here. */
const share = fc.integer({ min: 0, max: 1_000 }).map((thousandths) => thousandths / 1_000);

const market = fc.record({
  people: fc.integer({ min: 1, max: 10_000_000 }),
  streamingFraction: share,
  weights: fc.array(share, { minLength: LANGUAGES.length, maxLength: LANGUAGES.length }),
  known: fc.array(share, { minLength: LANGUAGES.length, maxLength: LANGUAGES.length }),
  dub: share,
  subtitle: share,
  chances: fc.tuple(share, share, share),
});
const track = fc.record({ kind: fc.constantFrom(...TRACK_KINDS), language: fc.constantFrom(...LANGUAGES) });

const question = fc
  .record({
    markets: fc.array(market, { minLength: COUNTRIES.length, maxLength: COUNTRIES.length }),
    costs: fc.dictionary(
      fc.constantFrom(
        ...LANGUAGES.flatMap((language) => TRACK_KINDS.map((kind) => trackKey({ kind, language }))),
      ),
      fc.integer({ min: 0, max: 2_000 }),
    ),
    original: fc.option(fc.constantFrom(...LANGUAGES)),
    existing: fc.uniqueArray(track, { maxLength: 3, selector: trackKey }),
    locales: fc.array(fc.option(fc.constantFrom(...LANGUAGES)), { maxLength: 2 }),
  })
  .map(({ markets, costs, original, existing, locales }): PlanQuestion => {
    const rows = markets.map((one, index) => {
      const total = Math.max(
        1,
        one.weights.reduce((sum, weight) => sum + weight, 0),
      );
      const likes = Math.max(1, one.dub + one.subtitle);
      const [low, probability, high] = [...one.chances].sort((a, b) => a - b);
      const country = COUNTRIES[index];
      return {
        audience: { country, probability, low, high, rank: index + 1, observed: null },
        market: {
          ...{ country, people: one.people, streamingFraction: one.streamingFraction },
          modes: { dub: one.dub / likes, subtitle: one.subtitle / likes },
          languages: LANGUAGES.flatMap((language, at) => [
            { language, role: 'home', share: one.weights[at] / total } as const,
            { language, role: 'known', share: one.known[at] } as const,
          ]),
        },
      };
    });
    return {
      title: { titleId: 't', name: 'T', originalLanguage: original, artworkLocales: locales },
      forecast: rows.map(({ audience }) => audience),
      markets: new Map(rows.map((row) => [row.market.country, row.market])),
      ...{ costs: new Map(Object.entries(costs)), assumptions: ASSUMPTIONS, existing },
    };
  });

const money = fc.integer({ min: 0, max: 1_000_000 });
/** Sums of up to millions of US dollars, in another order. */
const TOLERANCE = 1e-4;

describe('localisationPlan, whatever the world', () => {
  it('never nets less with more money, and spends no more than there is', async () => {
    await fc.assert(
      fc.asyncProperty(question, money, money, async (asked, a, b) => {
        const budgets = [a, b].sort((x, y) => x - y);
        const plans = budgets.map((budget) => localisationPlan({ ...asked, budget }));
        const [less, more, all] = await Promise.all([...plans, localisationPlan(asked)]);
        expect(more.total.netValue).toBeGreaterThanOrEqual(less.total.netValue - TOLERANCE);
        expect(all.total.netValue).toBeGreaterThanOrEqual(more.total.netValue - TOLERANCE);
        expect(more.total.cost).toBeLessThanOrEqual(budgets[1]);
      }),
      { numRuns: 150 },
    );
  });

  it('never values a track more for another that exists, and one that exists not at all', async () => {
    await fc.assert(
      fc.asyncProperty(question, track, track, async (asked, added, judged) => {
        const before = await gainOf(asked, judged);
        const after = await gainOf({ ...asked, existing: [...asked.existing, added] }, judged);
        expect(after).toBeLessThanOrEqual(before + TOLERANCE);
        expect(await gainOf({ ...asked, existing: [...asked.existing, judged] }, judged)).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it('is the same in whatever order it is told', async () => {
    await fc.assert(
      fc.asyncProperty(question, money, async (asked, budget) => {
        const turned: PlanQuestion = {
          ...{ ...asked, budget },
          forecast: asked.forecast.toReversed(),
          existing: asked.existing.toReversed(),
          costs: new Map([...asked.costs].reverse()),
          markets: new Map([...asked.markets].reverse()),
        };
        expect(await localisationPlan(turned)).toEqual(await localisationPlan({ ...asked, budget }));
      }),
      { numRuns: 60 },
    );
  });

  it('is made of finite amounts within their intervals, and of diminishing value for the money', async () => {
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        const { items, leftOut, followUp, total } = await localisationPlan(asked);
        for (const { viewers, value, cost, netValue, reasons } of [...items, ...leftOut, ...followUp]) {
          expect(Number.isFinite(netValue) && cost >= 0).toBe(true);
          expect(viewers.low).toBeLessThanOrEqual(viewers.value);
          expect(viewers.value).toBeLessThanOrEqual(viewers.high + TOLERANCE);
          expect(value.value).toBeCloseTo(viewers.value * ASSUMPTIONS.moneyPerViewer, 3);
          expect(reasons.reduce((sum, reason) => sum + reason.viewers.value, 0)).toBeCloseTo(
            viewers.value,
            3,
          );
        }
        const ratios = items.map(({ value, cost }) => value.value / cost);
        ratios
          .slice(1)
          .forEach((ratio, index) => expect(ratio * (1 - 1e-9)).toBeLessThanOrEqual(ratios[index]));
        expect(items.every(({ netValue }) => netValue > 0)).toBe(true);
        expect(leftOut.every(({ why, netValue }) => why !== 'over-budget' && netValue <= 0)).toBe(true);
        expect(total.cost).toBeCloseTo(
          items.reduce((sum, { cost }) => sum + cost, 0),
          6,
        );
      }),
      { numRuns: 100 },
    );
  });
});

/** Viewers by one track alone. */
async function gainOf(asked: PlanQuestion, { kind, language }: Track): Promise<number> {
  const costs = new Map([[trackKey({ kind, language }), 0]]);
  const { items } = await localisationPlan({ ...asked, costs, kinds: [kind] });
  return items.reduce((sum, { viewers }) => sum + viewers.value, 0);
}

import { createRandom } from '@keyart/common';
import { madeUpLog, ARTWORK_WORLD, PLANTED_TRAIT } from '../simulation/artwork-world';
import { findTraitLifts } from './find-trait-lifts';
import type { TraitDecision } from './trait-decision';
import { contrastTrait } from './trait-lift';

const decision = (differing: Partial<TraitDecision>): TraitDecision => ({
  ...{ titleId: 't', genres: ['Drama'], microGenres: [], member: 'm', country: null },
  ...{
    slate: [['star'], ['night'], ['night']],
    shownAt: 0,
    propensity: 1 / 3,
    propensities: [1 / 3, 1 / 3, 1 / 3],
  },
  isTaken: false,
  ...differing,
});
/** Many decisions with shares that are exact. */
const shown = (
  shownAt: number,
  [takeCount, count]: readonly [number, number],
  more: Partial<TraitDecision> = {},
) =>
  Array.from({ length: count }, (_, i) =>
    decision({ shownAt, isTaken: i < takeCount, member: `m${shownAt}-${i}`, titleId: `t${i % 2}`, ...more }),
  );
const LOG = madeUpLog({ ...ARTWORK_WORLD, decisionCount: 12_000 }, 'spec').decisions;

describe('contrastTrait', () => {
  it('compares take fractions', () => {
    const found = contrastTrait(
      [...shown(0, [30, 100]), ...shown(1, [10, 100]), ...shown(2, [30, 100])],
      'star',
    )!;
    expect(found).toMatchObject({ errorsBy: 'member', decisionCount: 300, titleCount: 2, memberCount: 300 });
    expect(found.takeFraction).toBeCloseTo(0.3, 12);
    expect(found.otherTakeFraction).toBeCloseTo(0.2, 12);
    expect(found.logRatio.value).toBeCloseTo(Math.log(1.5), 12);
    // Delta method: √((1 − .3)/(.3 · 100) + (1 − .2)/(.2 · 200)).
    expect(found.logRatio.standardError).toBeCloseTo(Math.sqrt(0.7 / 30 + 0.8 / 40), 2);
  });

  it('weighs pictures of a side as if shown by lot, whatever was shown more', () => {
    const rare = { propensity: 0.1, propensities: [0.3, 0.6, 0.1] };
    const often = { propensity: 0.6, propensities: rare.propensities };
    // Shown 6 to 1, of fractions .1 and .5: as if by lot .3.
    const others = [...shown(1, [30, 300], often), ...shown(2, [25, 50], rare)];
    const found = contrastTrait([...others, ...shown(0, [15, 150], { ...rare, propensity: 0.3 })], 'night')!;
    expect(found.takeFraction).toBeCloseTo(0.3, 12);
    expect(found.effectiveCount).toBeLessThan(350 + 150);
  });

  it('does not compare where pictures of one kind stand alone, or one could not be shown', () => {
    const alone = decision({ slate: [['star'], ['star']], propensities: [0.5, 0.5] });
    const never = decision({ propensities: [0.5, 0.5, 0] });
    const rows = [...shown(0, [30, 100]), ...shown(1, [30, 100])];
    expect(contrastTrait([...rows, alone, never], 'star')).toEqual(contrastTrait(rows, 'star'));
  });

  it.each([
    [[...shown(0, [9, 100]), ...shown(1, [50, 100])]],
    [[...shown(0, [50, 100], { member: 'm' }), ...shown(1, [50, 100], { member: 'm' })]],
  ])('says nothing of few takes, or of one member', (rows) => {
    expect(contrastTrait(rows, 'star')).toBeNull();
  });
});

describe('findTraitLifts', () => {
  const scopes = [
    { kind: 'genre', value: 'Drama' },
    { kind: 'genre', value: 'Comedy' },
  ] as const;

  it('finds a planted trait in dramas, and not in comedies where it is shown to those who take more', () => {
    const { lifts, label } = findTraitLifts(LOG, { scopes, countries: [] });
    const [drama, comedy] = scopes.map((scope) =>
      lifts.find((one) => one.scope === scope && one.trait === PLANTED_TRAIT)!,
    );
    expect(label).toBe('randomised');
    expect(drama).toMatchObject({ isDiscovery: true, errorsBy: 'title' });
    expect(drama.interval[0]).toBeGreaterThan(0);
    expect(comedy.interval[0]).toBeLessThan(0);
    expect(comedy.interval[1]).toBeGreaterThan(0);
  });

  it('is associational where some propensities are not known', () => {
    const [first, ...others] = LOG;
    const log = [{ ...first, propensities: null }, ...others];
    expect(findTraitLifts(log, { scopes, countries: [] }).label).toBe('associational');
    expect(findTraitLifts([], { scopes, countries: [] }).label).toBe('associational');
  });

  it('tells nothing of a country with fewer than 50 people', () => {
    const random = createRandom('few');
    const few = LOG.map((one) => ({ ...one, member: `m${Math.floor(49 * random.next())}`, country: 'DE' }));
    const { lifts, untested } = findTraitLifts(few, { scopes, countries: ['DE'] });
    expect(lifts).toEqual([]);
    expect(untested).toContainEqual({ trait: PLANTED_TRAIT, scope: scopes[0], country: 'DE' });
  });
});

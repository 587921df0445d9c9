import { SERVED_POLICIES } from '@keyart/contracts';
import { FEATURE_LAYOUT, FEATURE_VERSION, NEW_VIEWER_TASTE } from '@keyart/features';
import type { BaselineModel } from '../baseline-model';
import type { LabelScores } from '../decision-context';
import type { Policy } from '../policy';
import { candidateOf, candidatesOf, contextOf, distributionOf } from '../policy-cases.factory';
import { servingPolicy, type ServingModels, type ServingParameters } from './serving-policy';

const baseline: BaselineModel = {
  version: 'baseline/1',
  featureVersion: FEATURE_VERSION,
  weightIndices: [FEATURE_LAYOUT.bias],
  weightValues: [0.1],
  artworkPriors: { b: 0.2 },
};
const models: ServingModels = {
  bandit: baseline,
  popularity: { version: 'popularity/1', globalMean: 0.1, titleMeans: {}, artworkMeans: {} },
  llm: { temperature: 1, slotPrior: {}, labelMassThreshold: 0.5 },
  student: null,
  hybrid: null,
  insights: null,
  guard: null,
};
const parameters: ServingParameters = {
  gamma: 18,
  epsilon: 0.1,
  stickyMinimumMs: 1000,
  stickyMargin: 0.02,
};
const labelScores: LabelScores = {
  modelVersion: 'llm/1',
  formulation: 'pointwise',
  artworkIds: ['a', 'b'],
  values: [2, 0],
  labelMass: 0.9,
  missingLabelCount: 0,
};
const candidates = candidatesOf('a', 'b');
const serving = servingPolicy({ models, parameters });

describe('servingPolicy', () => {
  it('serves the bandit by SquareCB under the floor', () => {
    const answer = distributionOf(serving.production, contextOf({ labelScores }), candidates);
    // a: 1 / (2 + 18 · .2) = 1/5.6; floor .05
    expect(answer.probabilities[0]).toBeCloseTo(0.9 / 5.6 + 0.05, 14);
    expect([answer.source, answer.modelVersion]).toEqual(['bandit', 'baseline/1']);
  });

  it('serves the llm where it has scored, else the production tiers with the reason', () => {
    expect(distributionOf(serving.llm, contextOf({ labelScores }), candidates).source).toBe('llm');
    const answer = distributionOf(serving.llm, contextOf(), candidates);
    expect(answer.source).toBe('bandit');
    expect(answer.tierFailures).toEqual([{ source: 'llm', reason: 'no-label-scores' }]);
  });

  it('asks the student between the llm and the bandit, and for no other policy', () => {
    const student = { version: 'student/1', temperature: 1 };
    const taught = servingPolicy({ models: { ...models, student }, parameters });
    const studentScores = { modelVersion: 'student/1', artworkIds: ['b', 'a'], values: [0, 1] };
    const answer = distributionOf(taught.llm, contextOf({ studentScores }), candidates);
    expect([answer.source, answer.modelVersion]).toEqual(['student', 'student/1']);
    expect(answer.probabilities[0]).toBeGreaterThan(0.5);
    expect(answer.tierFailures).toEqual([{ source: 'llm', reason: 'no-label-scores' }]);
    const both = contextOf({ labelScores, studentScores });
    expect(distributionOf(taught.llm, both, candidates).source).toBe('llm');
    expect(distributionOf(taught.production, both, candidates).source).toBe('bandit');
    expect(distributionOf(taught['not-personalised'], both, candidates).source).toBe('bandit');
    const unscored = distributionOf(taught.llm, contextOf(), candidates);
    expect(unscored.source).toBe('bandit');
    expect(unscored.tierFailures.map(({ reason }) => reason)).toEqual([
      'no-label-scores',
      'no-student-scores',
    ]);
    expect(taught.llm.policyVersion).not.toBe(serving.llm.policyVersion);
    expect(taught.production.policyVersion).toBe(serving.production.policyVersion);
  });

  describe('hybrid', () => {
    const student = { version: 'student/1', temperature: 1 };
    const weights = { warm: { bandit: 1, model: 0.1 }, cold: { bandit: 1, model: 0.1 } };
    const part = { ...weights, modelVersion: 'student/1', temperature: 1, rowCount: 500 };
    const hybrid = {
      ...{ version: 'hybrid/1', featureVersion: FEATURE_VERSION, student: part },
      llm: { ...part, modelVersion: 'llm/1' },
    };
    const both = servingPolicy({ models: { ...models, student, hybrid }, parameters });
    const studentScores = { modelVersion: 'student/1', artworkIds: ['a', 'b'], values: [0, 1] };
    const sourceOf = (policy: Policy, context = contextOf({ labelScores, studentScores })) =>
      distributionOf(policy, context, candidates).source;

    it('takes the llm, else the student, else is the bandit', () => {
      expect(sourceOf(both.hybrid)).toBe('hybrid-llm');
      expect(sourceOf(both.hybrid, contextOf({ studentScores }))).toBe('hybrid-student');
      const alone = distributionOf(both.hybrid, contextOf(), candidates);
      expect([alone.source, alone.tierFailures]).toEqual([
        'bandit',
        [
          { source: 'hybrid-llm', reason: 'no-label-scores' },
          { source: 'hybrid-student', reason: 'no-student-scores' },
        ],
      ]);
      const production = distributionOf(both.production, contextOf(), candidates);
      expect(alone.probabilities).toEqual(production.probabilities);
    });

    it('leaves the other policies as they are', () => {
      expect([sourceOf(both.llm), sourceOf(both.production)]).toEqual(['llm', 'bandit']);
    });

    it('is production where nothing was learnt, and passes over weights for another temperature', () => {
      expect(serving.hybrid.policyVersion).toBe(serving.production.policyVersion);
      expect(sourceOf(serving.hybrid)).toBe('bandit');
      const hotter = { ...models, student, hybrid, llm: { ...models.llm!, temperature: 2 } };
      expect(sourceOf(servingPolicy({ models: hotter, parameters }).hybrid)).toBe('hybrid-student');
    });
  });

  it('deals the uniform slice afresh, whatever was shown before', () => {
    const shownBefore = { artworkId: 'a', shownAtMs: 999_999, lockedUntilMs: null };
    const answer = distributionOf(serving.uniform, contextOf({ shownBefore }), candidates);
    expect([answer.source, answer.stickyOutcome, answer.probabilities]).toEqual([
      'random',
      'none',
      [0.5, 0.5],
    ]);
  });

  it('shows the popular slice what most take', () => {
    const popularity = { version: 'p/2', globalMean: 0, titleMeans: {}, artworkMeans: { b: 0.3 } };
    const { popular } = servingPolicy({ models: { ...models, popularity }, parameters });
    const answer = distributionOf(popular, contextOf(), candidates);
    expect(answer.source).toBe('popular');
    expect(answer.probabilities[1]).toBeCloseTo(0.95, 14);
  });

  it('knows nothing of the viewer in the not-personalised slice', () => {
    const bandit = {
      ...baseline,
      artworkPriors: {},
      ...{ weightIndices: [FEATURE_LAYOUT.match], weightValues: [1] },
    };
    const matching = servingPolicy({ models: { ...models, bandit }, parameters });
    const viewer = { memberId: 'member', taste: { ...NEW_VIEWER_TASTE, facets: { romance: 1 } } };
    const pictures = [candidateOf('a', { facets: { romance: 1 } }), candidateOf('b')];
    const known = contextOf({ viewer });
    const { probabilities } = distributionOf(matching['not-personalised'], known, pictures);
    expect(distributionOf(matching.production, known, pictures).probabilities[0]).toBeGreaterThan(0.9);
    expect(probabilities).toEqual([0.5, 0.5]);
  });

  it('gives each policy a version of its own', () => {
    const hybrid = { version: 'hybrid/1', featureVersion: FEATURE_VERSION, llm: null, student: null };
    const all = servingPolicy({ models: { ...models, hybrid }, parameters });
    const versions = SERVED_POLICIES.map((name) => all[name].policyVersion);
    expect(new Set(versions).size).toBe(SERVED_POLICIES.length);
  });

  it.each([
    ['popular', { ...models, bandit: null }],
    ['editorial', { ...models, bandit: null, popularity: null }],
  ])('goes on with %s where models are missing', (source, some) => {
    const { production } = servingPolicy({ models: some, parameters });
    expect(distributionOf(production, contextOf(), candidates).source).toBe(source);
  });

  it('lays the floor over a held picture, not over a locked one', () => {
    const shownBefore = { artworkId: 'a', shownAtMs: 999_999, lockedUntilMs: null };
    const held = distributionOf(serving.production, contextOf({ shownBefore }), candidates);
    expect([held.stickyOutcome, held.probabilities]).toEqual(['held', [0.9 + 0.05, 0.05]]);
    const lock = { ...shownBefore, lockedUntilMs: 1_000_001 };
    const locked = distributionOf(serving.production, contextOf({ shownBefore: lock }), candidates);
    expect([locked.isLocked, locked.probabilities]).toEqual([true, [1, 0]]);
  });

  it('damps what looks like a neighbour, but bends neither a held picture nor the uniform slice', () => {
    const kiss = { facets: { romance: 1 }, caption: 'two lovers kiss' };
    const pictures = [candidateOf('a'), candidateOf('b', kiss)];
    const neighbours = [candidateOf('n', kiss).descriptor];
    const beside = (policy: Policy, more = {}) =>
      distributionOf(policy, contextOf({ neighbours, ...more }), pictures).probabilities;
    // b: 4.6/5.6 of the mass without its neighbour, a: 1/5.6; b is damped to .46/5.6, then the floor
    expect(beside(serving.production)[1]).toBeCloseTo(0.9 * (0.46 / 1.46) + 0.05, 14);
    const shownBefore = { artworkId: 'b', shownAtMs: 999_999, lockedUntilMs: null };
    expect(beside(serving.production, { shownBefore })).toEqual([0.05, 0.9 + 0.05]);
    expect(beside(serving.uniform)).toEqual([0.5, 0.5]);
  });

  it('shows a pinned picture for certain under every policy', () => {
    const context = contextOf({ pinnedArtworkId: 'a' });
    const answers = SERVED_POLICIES.map((name) => distributionOf(serving[name], context, candidates));
    expect(answers.every(({ probabilities, isLocked }) => isLocked && probabilities[0] === 1)).toBe(true);
  });

  it('demotes in every tier, and says so in the version', () => {
    const why = { clickFraction: 0.5, qualityFraction: 0.1, titleQualityFraction: 0.4, clickCount: 400 };
    const guard = { version: 'guard/1', demotions: { b: why } };
    const guarded = servingPolicy({ models: { ...models, guard }, parameters });
    const favour = (policy: Policy) =>
      distributionOf(policy, contextOf({ labelScores }), candidates).probabilities[1];
    expect(favour(guarded.production)).toBeLessThan(0.5);
    expect(favour(serving.production)).toBeGreaterThan(0.5);
    expect(guarded.production.policyVersion).not.toBe(serving.production.policyVersion);
  });

  it('versions each policy by what it is made of', () => {
    const again = servingPolicy({ models, parameters: { ...parameters } });
    expect(again.production.policyVersion).toBe(serving.production.policyVersion);
    const hotter = servingPolicy({
      models: { ...models, llm: { ...models.llm!, temperature: 2 } },
      parameters,
    });
    expect(hotter.production.policyVersion).toBe(serving.production.policyVersion);
    expect(hotter.llm.policyVersion).not.toBe(serving.llm.policyVersion);
    const wider = servingPolicy({ models, parameters: { ...parameters, epsilon: 0.2 } });
    expect(wider.production.policyVersion).not.toBe(serving.production.policyVersion);
  });

  it.each([
    ['gamma', -1],
    ['epsilon', 2],
  ])('refuses a bad %s by name', (parameter, value) => {
    const bad = { ...parameters, [parameter]: value };
    expect(() => servingPolicy({ models, parameters: bad })).toThrow(expect.objectContaining({ parameter }));
  });
});

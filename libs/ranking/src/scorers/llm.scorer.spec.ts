import type { LabelScores } from '../decision-context';
import { candidatesOf, contextOf } from '../policy-cases.factory';
import { llmScorer } from './llm.scorer';

const calibration = { temperature: 1, slotPrior: {}, labelMassThreshold: 0.5 };
const sound: LabelScores = {
  modelVersion: 'llm/1',
  formulation: 'choice',
  artworkIds: ['b', 'a'],
  values: [Math.log(0.8), Math.log(0.2)],
  labelMass: 0.9,
  missingLabelCount: 0,
};
const scorer = llmScorer(calibration);
const score = (changes: Partial<LabelScores>, one = scorer, ids = ['a', 'b']) => {
  const answer = one.score(contextOf({ labelScores: { ...sound, ...changes } }), candidatesOf(...ids));
  return answer.kind === 'scores' ? answer.scores.map((value) => Number(value.toFixed(12))) : answer.reason;
};

describe('llmScorer', () => {
  it('aligns by artwork id, not by the order the model saw', () => {
    expect(score({})).toEqual([0.2, 0.8]);
  });

  it('takes the slot prior of that K away and applies the temperature', () => {
    const prior = { 2: [Math.log(0.8), Math.log(0.2)] };
    expect(score({}, llmScorer({ ...calibration, slotPrior: prior }))).toEqual([0.5, 0.5]);
    expect(score({}, llmScorer({ ...calibration, temperature: 2 }))).toEqual(
      [1 / 3, 2 / 3].map((p) => +p.toFixed(12)),
    );
  });

  it('leaves the slot prior out for pointwise scores', () => {
    const prior = { 2: [Math.log(0.8), Math.log(0.2)] };
    expect(score({ formulation: 'pointwise' }, llmScorer({ ...calibration, slotPrior: prior }))).toEqual([
      0.2, 0.8,
    ]);
  });

  it('reads pointwise scores of a superset, choice of exactly the set', () => {
    const more = { artworkIds: ['b', 'z', 'a'], values: [Math.log(0.8), 5, Math.log(0.2)] };
    expect(score({ ...more, formulation: 'pointwise' })).toEqual([0.2, 0.8]);
    expect(score(more)).toBe('candidate-set-changed');
    expect(score({ artworkIds: ['b', 'z'] })).toBe('candidate-set-changed');
    expect(score({ artworkIds: ['b', 'z'], formulation: 'pointwise' })).toBe('candidate-set-changed');
    expect(score({}, scorer, ['a', 'b', 'c'])).toBe('candidate-set-changed');
  });

  it.each([
    ['low-label-mass', { labelMass: 0.49 }],
    ['low-label-mass', { labelMass: NaN }],
    ['missing-label', { missingLabelCount: 1 }],
    ['bad-score', { values: [NaN, 0] }],
    ['bad-score', { values: [-Infinity, 0] }],
    ['bad-score', { values: [0] }],
  ])('is unavailable for %s', (reason, changes) => {
    expect(score(changes)).toBe(reason);
  });

  it('tolerates a missing label in pointwise scores, which carry a floor value', () => {
    expect(score({ formulation: 'pointwise', missingLabelCount: 1 })).toEqual([0.2, 0.8]);
  });

  it('is unavailable where nothing was scored', () => {
    expect(scorer.score(contextOf(), candidatesOf('a'))).toEqual({
      kind: 'unavailable',
      reason: 'no-label-scores',
    });
  });

  it.each([
    ['temperature', { temperature: 0 }],
    ['labelMassThreshold', { labelMassThreshold: 1.5 }],
    ['slotPrior', { slotPrior: { 3: [0, 0] } }],
    ['slotPrior', { slotPrior: { 2: [0, NaN] } }],
  ])('refuses a bad %s by name', (parameter, changes) => {
    expect(() => llmScorer({ ...calibration, ...changes })).toThrow(expect.objectContaining({ parameter }));
  });
});

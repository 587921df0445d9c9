import { FEATURE_LAYOUT, FEATURE_VERSION } from '@keyart/features';
import type { BaselineModel } from '../baseline-model';
import type { HybridPart } from '../hybrid-model';
import { candidatesOf, contextOf } from '../policy-cases.factory';
import { hybridScorer } from './hybrid.scorer';
import { studentScorer } from './student.scorer';

const bandit: BaselineModel = {
  ...{ version: 'bandit/1', featureVersion: FEATURE_VERSION },
  ...{ weightIndices: [FEATURE_LAYOUT.bias], weightValues: [0.1], artworkPriors: { a: 0.2 } },
};
const part: HybridPart = {
  ...{ modelVersion: 'student/1', temperature: 1, rowCount: 900 },
  ...{ warm: { bandit: 0.5, model: 0.1 }, cold: { bandit: 2, model: 0.3 } },
};
const shares = studentScorer({ version: 'student/1', temperature: 1 });
const scorerOf = (changes: Partial<HybridPart> = {}) =>
  hybridScorer({
    name: 'student',
    shares,
    bandit,
    insights: null,
    version: 'hybrid/1',
    part: { ...part, ...changes },
  });

function answerOf(ids: readonly string[], values: readonly number[], scorer = scorerOf()) {
  const studentScores = { modelVersion: 'student/1', artworkIds: ids, values };
  return scorer.score(contextOf({ studentScores }), candidatesOf(...ids));
}

describe('hybridScorer', () => {
  it('adds log-probabilities to the bandit, by what a title of the log is worth', () => {
    const answer = answerOf(['a', 'b'], [0, 1]);
    // bandit: .3 and .1, mean .2; log-probabilities above their mean: -.5 and .5
    const scores = [0.2 + 0.5 * 0.1 - 0.1 * 0.5, 0.2 - 0.5 * 0.1 + 0.1 * 0.5];
    expect(answer).toEqual({
      kind: 'scores',
      scores: scores.map((score) => expect.closeTo(score, 12) as number),
      modelVersion: 'hybrid/1+bandit/1+student/1',
    });
  });

  it('weighs a title that the bandit has never seen by the other weights', () => {
    const answer = answerOf(['b', 'c'], [1, 0]);
    expect(answer.kind === 'scores' && answer.scores).toEqual([
      expect.closeTo(0.1 + 0.15, 12),
      expect.closeTo(0.1 - 0.15, 12),
    ]);
  });

  it('stays finite where a share underflows', () => {
    const answer = answerOf(['a', 'b'], [0, 5000]);
    expect(answer.kind === 'scores' && answer.scores.every(Number.isFinite)).toBe(true);
  });

  it('says why it cannot answer', () => {
    const silent = scorerOf().score(contextOf(), candidatesOf('a'));
    expect(silent).toEqual({ kind: 'unavailable', reason: 'no-student-scores' });
    const other = answerOf(['a'], [0], scorerOf({ modelVersion: 'student/0' }));
    expect(other).toEqual({ kind: 'unavailable', reason: 'hybrid-unfitted' });
  });

  it('refuses weights that are no numbers', () => {
    expect(() => scorerOf({ warm: { bandit: NaN, model: 0 } })).toThrow(
      expect.objectContaining({ parameter: 'part' }),
    );
  });
});

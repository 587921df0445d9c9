import type { StudentScores } from '../decision-context';
import { candidatesOf, contextOf } from '../policy-cases.factory';
import { studentScorer } from './student.scorer';

const sound: StudentScores = {
  modelVersion: 'student/1',
  artworkIds: ['b', 'a'],
  values: [Math.log(0.8), Math.log(0.2)],
};
const scorer = studentScorer({ version: 'student/1', temperature: 1 });
const score = (changes: Partial<StudentScores>, one = scorer, ids = ['a', 'b']) => {
  const answer = one.score(contextOf({ studentScores: { ...sound, ...changes } }), candidatesOf(...ids));
  return answer.kind === 'scores' ? answer.scores.map((value) => Number(value.toFixed(12))) : answer.reason;
};

describe('studentScorer', () => {
  it('reads scores as shares, by artwork id and temperature', () => {
    expect(score({})).toEqual([0.2, 0.8]);
    expect(score({}, studentScorer({ version: 'student/1', temperature: 2 }))).toEqual(
      [1 / 3, 2 / 3].map((p) => +p.toFixed(12)),
    );
  });

  it.each([
    ['no-student-scores', { modelVersion: 'student/0' }],
    ['candidate-set-changed', { artworkIds: ['b', 'z'] }],
    ['bad-score', { values: [NaN, 0] }],
    ['bad-score', { values: [Infinity, 0] }],
    ['bad-score', { values: [0] }],
  ])('is unavailable for %s', (reason, changes) => {
    expect(score(changes)).toBe(reason);
  });

  it('is unavailable where the student was not asked', () => {
    const answer = scorer.score(contextOf(), candidatesOf('a'));
    expect(answer).toEqual({ kind: 'unavailable', reason: 'no-student-scores' });
  });

  it('refuses a temperature of 0', () => {
    expect(() => studentScorer({ version: 's', temperature: 0 })).toThrow(
      expect.objectContaining({ parameter: 'temperature' }),
    );
  });
});

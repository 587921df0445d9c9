import { candidatesOf, contextOf, fixedScorer } from '../policy-cases.factory';
import type { Scorer } from '../scorer';
import { demoted, DEMOTION_PENALTY } from './demoted.scorer';

const WHY = { clickFraction: 0.5, qualityFraction: 0.1, titleQualityFraction: 0.4, clickCount: 400 };
const guardOf = (...ids: string[]) => ({
  version: 'guard/1',
  demotions: Object.fromEntries(ids.map((id) => [id, WHY])),
});
const scorer = fixedScorer({ a: 0.9, b: 0.2, c: 0.4 });
const candidates = candidatesOf('a', 'b', 'c');
const scoresOf = (some: Scorer) => some.score(contextOf(), candidates);

describe('demoted', () => {
  it('puts a demoted artwork below the least of the others', () => {
    expect(scoresOf(demoted(scorer, guardOf('a')))).toEqual({
      kind: 'scores',
      scores: [0.2 - DEMOTION_PENALTY, 0.2, 0.4],
      modelVersion: 'fixed/1',
    });
  });

  it('puts one that is lower still below its own score', () => {
    expect(scoresOf(demoted(scorer, guardOf('b')))).toMatchObject({
      scores: [0.9, 0.2 - DEMOTION_PENALTY, 0.4],
    });
  });

  it.each([[[]], [['elsewhere', 'constructor']], [['a', 'b', 'c']]])(
    'changes nothing where %j of a, b and c are demoted',
    (ids) => {
      expect(scoresOf(demoted(scorer, guardOf(...ids)))).toEqual(scoresOf(scorer));
    },
  );

  it('is the scorer itself without a guard, and fails as it does', () => {
    expect(demoted(scorer, null)).toBe(scorer);
    const silent: Scorer = {
      source: 'llm',
      score: () => ({ kind: 'unavailable', reason: 'no-label-scores' }),
    };
    expect(scoresOf(demoted(silent, guardOf('a')))).toEqual({
      kind: 'unavailable',
      reason: 'no-label-scores',
    });
  });
});

import { FEATURE_LAYOUT, FEATURE_VERSION } from '@keyart/features';
import { TYPICAL_REWARD, type BaselineModel } from '../baseline-model';
import { InsightPrior } from '../insights/insight-prior';
import { candidatesOf, contextOf } from '../policy-cases.factory';
import { banditScorer } from './bandit.scorer';
import { studentScorer } from './student.scorer';
import { tilted } from './tilted.scorer';

const bandit: BaselineModel = {
  ...{ version: 'bandit/1', featureVersion: FEATURE_VERSION },
  ...{ weightIndices: [FEATURE_LAYOUT.bias], weightValues: [0.1], artworkPriors: { a: 0.03 } },
};
const insights = new InsightPrior({
  version: 'insights/1',
  lifts: { a: { similarity: 0.02 }, b: { similarity: 0.04 } },
  regions: { iberia: { b: 0.1 } },
  titleLines: {},
  regionOf: { PT: 'iberia' },
});
const candidates = candidatesOf('a', 'b', 'c');

function scoresIn(region: string, scorer = banditScorer(bandit, insights)): readonly number[] {
  const answer = scorer.score(contextOf({ region }), candidates);
  return answer.kind === 'scores' ? answer.scores.map((score) => Number(score.toFixed(12))) : [];
}

describe('banditScorer with insights', () => {
  it('starts pictures it never saw from their prior mean; the others have theirs from training', () => {
    expect(scoresIn('JP')).toEqual([0.13, 0.14, 0.1]);
  });

  it('looks at the region of the viewer', () => {
    expect(scoresIn('PT')).toEqual([0.13, 0.154, 0.1]);
  });

  it('names both versions, and is as before without insights', () => {
    const answer = banditScorer(bandit, insights).score(contextOf(), candidates);
    expect(answer).toMatchObject({ modelVersion: 'bandit/1+insights/1' });
    expect(scoresIn('PT', banditScorer(bandit))).toEqual([0.13, 0.1, 0.1]);
  });
});

describe('tilted', () => {
  const shares = studentScorer({ version: 'student/1', temperature: 1 });
  const studentScores = { modelVersion: 'student/1', artworkIds: ['a', 'b', 'c'], values: [0, 0, 0] };

  it('multiplies shares by the relative gain and normalises them anew', () => {
    const answer = tilted(shares, insights).score(contextOf({ studentScores, region: 'JP' }), candidates);
    const scores = answer.kind === 'scores' ? answer.scores : [];
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 12);
    expect(scores[1] / scores[2]).toBeCloseTo(Math.exp(0.04 / TYPICAL_REWARD), 12);
    expect(answer).toMatchObject({ modelVersion: 'student/1+insights/1' });
  });

  it('is the scorer itself without insights, and unavailable with it', () => {
    expect(tilted(shares, null)).toBe(shares);
    expect(tilted(shares, insights).score(contextOf(), candidates).kind).toBe('unavailable');
  });
});

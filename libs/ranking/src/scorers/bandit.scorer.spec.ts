import { FACETS, FEATURE_LAYOUT, FEATURE_VERSION, NEW_VIEWER_TASTE } from '@keyart/features';
import { candidateOf, contextOf } from '../policy-cases.factory';
import { banditScorer } from './bandit.scorer';

const model = {
  version: 'baseline/1',
  featureVersion: FEATURE_VERSION,
  weightIndices: [FEATURE_LAYOUT.bias, FEATURE_LAYOUT.match],
  weightValues: [0.1, 0.4],
  artworkPriors: { a: 0.05 },
};
const [liked] = FACETS;

describe('banditScorer', () => {
  it('scores bias, prior and match of taste and picture; unknown artworks have prior 0', () => {
    const taste = { ...NEW_VIEWER_TASTE, facets: { [liked]: 0.5 } };
    const context = contextOf({ viewer: { memberId: 'member', taste } });
    const answer = banditScorer(model).score(context, [
      candidateOf('a', { facets: { [liked]: 1 } }),
      candidateOf('b', { facets: { [liked]: 1 } }),
      candidateOf('toString'),
    ]);
    expect(answer.kind).toBe('scores');
    const scores = answer.kind === 'scores' ? answer.scores : [];
    expect(scores[0]).toBeCloseTo(0.1 + 0.05 + 0.4 * 0.5, 14);
    expect(scores[1]).toBeCloseTo(0.1 + 0.4 * 0.5, 14);
    expect(scores[2]).toBeCloseTo(0.1, 14);
  });

  it('refuses a model fitted to other features', () => {
    expect(() => banditScorer({ ...model, featureVersion: 'features/0' })).toThrow('featureVersion must be');
  });
});

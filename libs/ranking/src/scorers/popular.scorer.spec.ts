import { candidateOf, contextOf } from '../policy-cases.factory';
import { popularScorer } from './popular.scorer';

describe('popularScorer', () => {
  it('falls back from artwork to title to global mean', () => {
    const scorer = popularScorer({
      version: 'popularity/1',
      globalMean: 0.1,
      titleMeans: { known: 0.2 },
      artworkMeans: { a: 0.3 },
    });
    const candidates = [
      candidateOf('a', { titleId: 'known' }),
      candidateOf('constructor', { titleId: 'known' }),
      candidateOf('c', { titleId: 'toString' }),
    ];
    expect(scorer.score(contextOf(), candidates)).toEqual({
      kind: 'scores',
      scores: [0.3, 0.2, 0.1],
      modelVersion: 'popularity/1',
    });
  });
});

import { createRandom } from '@keyart/common';
import { reactTo } from './viewer-behaviour';

const take = (facets: Record<string, number>, seed: string): number => {
  const random = createRandom(seed);
  const temptation = { taste: { romance: 1 }, artworkFacets: facets, titleFacets: facets };
  const sessions = Array.from({ length: 4000 }, () =>
    reactTo(temptation, { decisionId: 'd', atMs: 0 }, random),
  );
  return sessions.filter((events) => events.some((event) => event.type === 'play')).length / sessions.length;
};

describe('reactTo', () => {
  it('always renders first, and only then acts', () => {
    const random = createRandom('order');
    for (let i = 0; i < 500; i++) {
      const events = reactTo(
        { taste: {}, artworkFacets: {}, titleFacets: {} },
        { decisionId: 'd', atMs: 0 },
        random,
      );
      expect(events[0].type).toBe('impression');
      const times = events.map((event) => event.occurredAt);
      expect(times).toEqual([...times].sort());
    }
  });

  it('plays more often what the picture promises to a taste', () => {
    const standardError = Math.sqrt((2 * 0.25) / 4000);
    expect(take({ romance: 1 }, 'a') - take({ scary: 1 }, 'b')).toBeGreaterThan(5 * standardError);
  });
});

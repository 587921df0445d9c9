import { someSimilarityTitle, someSimilarityTitles } from '../some-titles.factory';
import type { SimilarityTitle } from '../similarity-title';
import { buildTitleVectors } from '../vectors/build-title-vectors';
import { buildTitleMap, type BuiltMap, type TitleMap } from './build-title-map';

const mapOf = (
  titles: readonly SimilarityTitle[],
  { seed = 'map', previous = null }: { seed?: string; previous?: TitleMap | null } = {},
): BuiltMap => buildTitleMap(buildTitleVectors(titles, { seed }), { seed, previous });

describe('buildTitleMap', () => {
  const titles = someSimilarityTitles(64);
  const { map } = mapOf(titles);

  it('is the same to the byte for equal seeds, and another for others', () => {
    expect(JSON.stringify(mapOf(titles).map)).toBe(JSON.stringify(map));
    expect(mapOf(titles, { seed: 'other' }).map.version).not.toBe(map.version);
  });

  it('puts every title in a community of each level, and parts inside their wholes', () => {
    const parents = [new Map<number, number>(), new Map<number, number>()];
    for (const { communities } of map.titles) {
      expect(communities).toHaveLength(3);
      [0, 1].forEach((level) => {
        const parent = parents[level].get(communities[level + 1]) ?? communities[level];
        expect(parent).toBe(communities[level]);
        parents[level].set(communities[level + 1], parent);
      });
    }
    for (const level of [1, 2, 3]) {
      const own = map.communities.filter((one) => one.level === level);
      expect(own.reduce((sum, { titleCount }) => sum + titleCount, 0)).toBe(titles.length);
    }
  });

  it('finds the topics and calls them by their genres', () => {
    const regions = map.communities.filter(({ level }) => level === 1);
    const topicOf = new Map<number, Set<number>>();
    map.titles.forEach(({ communities }, i) =>
      topicOf.set(communities[0], (topicOf.get(communities[0]) ?? new Set()).add(i % 4)),
    );
    for (const topics of topicOf.values()) expect(topics.size).toBe(1);
    const labels = regions.map(({ label }) => label).join('; ');
    for (const genre of ['horror', 'science fiction', 'western', 'romance']) expect(labels).toContain(genre);
  });

  it('stays where the last map was, with other titles added', () => {
    const later = mapOf(
      [...titles, ...someSimilarityTitles(4, 'new').map((t) => ({ ...t, titleId: `n${t.titleId}` }))],
      {
        previous: map,
      },
    );
    const free = mapOf([...titles], { seed: 'elsewhere' }).map;
    const distance = (other: TitleMap): number =>
      map.titles.reduce(
        (sum, { x, y }, i) => sum + Math.hypot(x - other.titles[i].x, y - other.titles[i].y),
        0,
      );
    const aligned = mapOf([...titles], { seed: 'elsewhere', previous: map }).map;
    expect(distance(aligned)).toBeLessThan(distance(free));
    expect(later.map.titles).toHaveLength(68);
  });

  it.each([0, 1, 2, 6, 7, 8, 11])('makes a map of %i titles', (count) => {
    const small = mapOf(titles.slice(0, count)).map;
    expect(small.titles).toHaveLength(count);
    for (const { x, y, communities } of small.titles) {
      expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
      communities.forEach((community) => expect(community).toBeGreaterThanOrEqual(0));
    }
  });

  it('keeps titles that nothing is known of together, apart from the others', () => {
    const blank = Array.from({ length: 20 }, (_, i) => someSimilarityTitle({ titleId: `blank${i}` }));
    const { map: mixed, neighbours } = mapOf([...titles, ...blank]);
    const own = mixed.titles.slice(64);
    for (const level of [0, 1, 2]) {
      const lone = new Set(own.map(({ communities }) => communities[level]));
      expect(lone.size).toBe(1);
      mixed.titles
        .slice(0, 64)
        .forEach(({ communities }) => expect(lone.has(communities[level])).toBe(false));
    }
    expect(neighbours.places.subarray(64 * neighbours.k).every((place) => place === -1)).toBe(true);
    expect(mapOf(blank).map.communities.map(({ titleCount }) => titleCount)).toEqual([20, 20, 20]);
  });
});

import { someSimilarityTitle, someSimilarityTitles } from '../some-titles.factory';
import { buildTitleVectors } from '../vectors/build-title-vectors';
import { exactNeighbours } from './exact-neighbours';
import { similarTitles } from './similar-titles';

describe('similarTitles', () => {
  const titles = someSimilarityTitles(120).map((title, i) =>
    [0, 4, 8].includes(i)
      ? { ...title, synopsis: `${title.synopsis} The lighthouse keepers, the lighthouse.` }
      : title,
  );
  const embeddings = new Map(titles.map(({ titleId }, i) => [titleId, [i % 4 === 0 ? 1 : 0, 1]]));
  const vectors = buildTitleVectors(titles, { seed: 's', embeddings });

  it('names titles of the same topic, nearest first, with what they share', () => {
    const found = similarTitles(vectors, 't0000', 29);
    expect(found).toHaveLength(29);
    found.forEach(({ titleId }) => expect(Number(titleId.slice(1)) % 4).toBe(0));
    expect(found.map(({ similarity }) => similarity)).toEqual(
      found.map(({ similarity }) => similarity).sort((a, b) => b - a),
    );
    const { reasons } = found.find(({ titleId }) => titleId === 't0004') ?? found[0];
    expect(reasons.shared.genre).toEqual(['horror']);
    expect(reasons.words).toContain('lighthouse');
    expect(reasons.words).not.toContain('the');
    expect(reasons.closeness.embedding).toBe(1);
    expect(reasons.closeness.facts).toBeGreaterThan(0);
  });

  it('finds the neighbours of the map', () => {
    const { places } = exactNeighbours(vectors.rows, 3);
    const found = similarTitles(vectors, 't0007', 3).map(({ titleId }) => titleId);
    expect(found).toEqual([...places.subarray(21, 24)].map((at) => titles[at].titleId));
  });

  it('finds none for a title nothing is known of, and knows its titles', () => {
    const more = buildTitleVectors([...titles, someSimilarityTitle({ titleId: 'blank' })], { seed: 's' });
    expect(similarTitles(more, 'blank', 5)).toEqual([]);
    expect(() => similarTitles(more, 'gone', 5)).toThrow('no title gone');
  });
});

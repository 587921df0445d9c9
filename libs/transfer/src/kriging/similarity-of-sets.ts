import type { TitleSimilarity } from './title-similarity';

const NEIGHBOUR_COUNT = 50;

/**
 * Similarity of titles by what they have in common, such as micro-genres: the cosine of their sets, a positive semidefinite kernel. A title
 * without anything is similar to none.
 * @param setOf title → names of what it has
 */
export function similarityOfSets(setOf: ReadonlyMap<string | number, ReadonlySet<string>>): TitleSimilarity {
  const members = new Map<string, (string | number)[]>();
  for (const [title, own] of setOf)
    for (const name of own) members.set(name, [...(members.get(name) ?? []), title]);
  const nothing: ReadonlySet<string> = new Set();
  const similarity = (a: string | number, b: string | number): number => {
    const [own, other] = [setOf.get(a) ?? nothing, setOf.get(b) ?? nothing];
    const shared = [...own].filter((name) => other.has(name)).length;
    return shared === 0 ? 0 : shared / Math.sqrt(own.size * other.size);
  };
  return {
    similarity,
    neighbours(title) {
      const others = new Set([...(setOf.get(title) ?? nothing)].flatMap((name) => members.get(name) ?? []));
      others.delete(title);
      return [...others]
        .map((other) => ({ title: other, similarity: similarity(title, other) }))
        .sort((a, b) => b.similarity - a.similarity || (String(a.title) < String(b.title) ? -1 : 1))
        .slice(0, NEIGHBOUR_COUNT);
    },
  };
}

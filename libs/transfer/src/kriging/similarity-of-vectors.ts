import { exactNeighbours, rowOf, type TitleVectors } from '@keyart/similarity';
import type { Neighbour, TitleSimilarity } from './title-similarity';

/** Neighbours that are kept of each title, unless told otherwise. */
const NEIGHBOUR_COUNT = 50;

/**
 * Similarity of titles by their vectors: cosines, below 0 counted as 0. Titles are named by id; an unknown one is similar to none.
 * @param neighbourCount neighbours of a title, ≥ 1
 */
export function similarityOfVectors(
  { titles, rows }: Pick<TitleVectors, 'titles' | 'rows'>,
  neighbourCount = NEIGHBOUR_COUNT,
): TitleSimilarity {
  const placeOf = new Map(titles.map(({ titleId }, place) => [titleId, place]));
  const { k, places, similarities } = exactNeighbours(rows, neighbourCount);
  const cosine = (a: number, b: number): number => {
    const [one, other] = [rowOf(rows, a), rowOf(rows, b)];
    let product = 0;
    for (let d = 0; d < one.length; d++) product += one[d] * other[d];
    return Math.min(1, Math.max(0, product));
  };
  return {
    neighbours(title) {
      const place = placeOf.get(String(title));
      if (place === undefined) return [];
      const near: Neighbour[] = [];
      for (let at = place * k; at < (place + 1) * k && places[at] >= 0; at++)
        near.push({ title: titles[places[at]].titleId, similarity: Math.min(1, similarities[at]) });
      return near;
    },
    similarity(a, b) {
      const [one, other] = [placeOf.get(String(a)), placeOf.get(String(b))];
      return one === undefined || other === undefined ? 0 : cosine(one, other);
    },
  };
}

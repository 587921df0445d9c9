import { createRandom, hash32, shuffled } from '@keyart/common';
import type { InsightRow, InsightSources, TitleSimilarity } from '@keyart/transfer';

/** Takes any title for any other: the control that must gain nothing. */
export function shuffledSimilarity(
  similar: TitleSimilarity,
  titleIds: readonly string[],
  seed: string,
): TitleSimilarity {
  const places = shuffled(titleIds, createRandom(seed));
  const moved = new Map(titleIds.map((id, i) => [id, places[i]]));
  const back = new Map(titleIds.map((id, i) => [places[i], id]));
  const nameOf = (names: ReadonlyMap<string, string>, title: string | number): string =>
    names.get(String(title)) ?? '';
  return {
    neighbours: (title) =>
      similar.neighbours(nameOf(moved, title)).map((one) => ({ ...one, title: nameOf(back, one.title) })),
    similarity: (a, b) => similar.similarity(nameOf(moved, a), nameOf(moved, b)),
  };
}

/** Both kinds of similarity, shuffled. */
export function shuffledSources(
  { similarity, microGenre }: InsightSources,
  titleIds: readonly string[],
  seed: string,
): InsightSources {
  return {
    similarity: similarity && shuffledSimilarity(similarity, titleIds, seed),
    microGenre: microGenre && shuffledSimilarity(microGenre, titleIds, `${seed}/micro-genres`),
  };
}

/** A log in which what pleases on half of the titles, drawn by the seed, is the reverse of what did: similar titles mislead. */
export function turnedRound(rows: readonly InsightRow[], seed: string): InsightRow[] {
  return rows.map((row) => {
    const isTurned = hash32(`${seed}/${row.title}`, 0) % 2 === 0;
    if (!isTurned) return row;
    const baseline = row.baseline && Array.from(row.baseline, (value) => -value);
    return { ...row, reward: -row.reward, baseline };
  });
}

import { contentHash } from '@keyart/common';
import type { SimilarTitleRecord } from '@keyart/contracts';
import {
  buildTitleMap,
  buildTitleVectors,
  reasonsFor,
  type BuiltMap,
  type TitleVectors,
} from '@keyart/similarity';
import type { MapDraft, MapProgress, MapTask } from './map-task';

const VECTORS_FRACTION = 0.2;
const DIGITS = 1e4;

/** Similar titles of a place, nearest first, each with its reasons. */
function similarOf(vectors: TitleVectors, { neighbours }: BuiltMap, place: number): SimilarTitleRecord[] {
  const { k, places, similarities } = neighbours;
  const own = Array.from({ length: k }, (_, i) => place * k + i).filter((at) => places[at] >= 0);
  return own.map((at) => ({
    titleId: vectors.titles[places[at]].titleId,
    similarity: Math.round(similarities[at] * DIGITS) / DIGITS,
    reasons: reasonsFor(vectors, place, places[at]),
  }));
}

/** Makes a map with similar titles and reasons. The same for equal tasks. Takes a minute for 20,000 titles and yields to nobody. */
export function draftMap({ titles, embeddings, seed, previous }: MapTask, onProgress: MapProgress): MapDraft {
  const vectors = buildTitleVectors(titles, { seed, ...(embeddings && { embeddings }) });
  onProgress(VECTORS_FRACTION, 'vectors');
  const built = buildTitleMap(vectors, {
    ...{ seed, previous },
    onProgress: (fraction, stage) => onProgress(VECTORS_FRACTION + (1 - VECTORS_FRACTION) * fraction, stage),
  });
  const { blocks, communities, titles: placed } = built.map;
  // Names and reasons come from the titles: a map of other titles is another map, though all places be the same.
  const version = `map-${contentHash(`${built.map.version} ${vectors.version}`, 16)}`;
  const entries = placed.map((place, i) => ({
    ...place,
    ...{ name: titles[i].name, year: titles[i].year, similar: similarOf(vectors, built, i) },
  }));
  return { version, blocks, communities, entries };
}

import { contentHash, type Clock } from '@keyart/common';
import type { SynopsisEmbeddingsRepository } from '@keyart/db';
import type { GivenVectors, SimilarityTitle } from '@keyart/similarity';
import type { TextEmbedder } from '@keyart/vision';

/** What it works with. */
export interface EmbedSynopsesParts {
  readonly embeddings: Pick<SynopsisEmbeddingsRepository, 'find' | 'saveMany' | 'deleteOthers'>;
  readonly embedder: TextEmbedder;
  readonly clock: Clock;
}

/** Synopses a save: what a worker that dies in between has to do again. */
const BATCH_COUNT = 128;
const HASH_LENGTH = 32;

/** Vectors of the titles' synopses by title; each synopsis is embedded once, and vectors nobody needs are let go. */
export async function embedSynopses(
  titles: readonly SimilarityTitle[],
  { embeddings, embedder, clock }: EmbedSynopsesParts,
  onProgress: (fraction: number) => void,
): Promise<GivenVectors> {
  const told = titles.filter(({ synopsis }) => synopsis.trim() !== '');
  const texts = new Map(told.map(({ synopsis }) => [contentHash(synopsis, HASH_LENGTH), synopsis]));
  const known = await embeddings.find(embedder.model, [...texts.keys()]);
  const missing = [...texts].filter(([hash]) => !known.has(hash));
  for (let from = 0; from < missing.length; from += BATCH_COUNT) {
    const batch = missing.slice(from, from + BATCH_COUNT);
    const vectors = await embedder.embed(batch.map(([, text]) => text));
    const made = batch.map(([hash], i) => ({ hash, vector: vectors[i] }));
    await embeddings.saveMany(embedder.model, made, new Date(clock.nowMs()));
    made.forEach(({ hash, vector }) => known.set(hash, vector));
    onProgress((from + batch.length) / missing.length);
  }
  await embeddings.deleteOthers(embedder.model, [...texts.keys()]);
  return new Map(
    told.flatMap(({ titleId, synopsis }) => {
      const vector = known.get(contentHash(synopsis, HASH_LENGTH));
      return vector ? [[titleId, vector] as const] : [];
    }),
  );
}

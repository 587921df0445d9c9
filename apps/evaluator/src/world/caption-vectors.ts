import { loadConfiguration, type ProgressListener } from '@keyart/common';
import { captionTerms, termBucket, TERM_BUCKET_COUNT } from '@keyart/features';
import type { CaptionEmbeddings, World } from '@keyart/simulation';
import { OnnxRuntime, openTextEmbedder } from '@keyart/vision';

/** Captions as vectors, and what made them. */
export interface CaptionVectors {
  readonly embeddings: CaptionEmbeddings;
  readonly model: string;
}

const BATCH_COUNT = 512;

function hashedTerms(caption: string): Float32Array {
  const vector = new Float32Array(TERM_BUCKET_COUNT);
  for (const term of captionTerms(caption)) vector[termBucket(term)] = 1;
  const length = Math.hypot(...vector);
  return length > 0 ? vector.map((value) => value / length) : vector;
}

/** The sentence embeddings of all captions; hashed words where the text model is not on this machine. */
export async function captionVectors({ titles }: World, progress: ProgressListener): Promise<CaptionVectors> {
  const artworks = titles.flatMap((title) => title.artworks);
  const runtime = new OnnxRuntime();
  try {
    const embedder = await openTextEmbedder(runtime, loadConfiguration());
    if (!embedder) {
      const hashed = artworks.map(({ artworkId, caption }) => [artworkId, hashedTerms(caption)] as const);
      return {
        embeddings: new Map(hashed),
        model: 'hashed caption words (the text model is not on this machine)',
      };
    }
    const embeddings = new Map<string, Float32Array>();
    for (let from = 0; from < artworks.length; from += BATCH_COUNT) {
      const batch = artworks.slice(from, from + BATCH_COUNT);
      const vectors = await embedder.embed(batch.map(({ caption }) => caption));
      batch.forEach(({ artworkId }, i) => embeddings.set(artworkId, vectors[i]));
      progress(embeddings.size / artworks.length, 'captions');
    }
    return { embeddings, model: embedder.model };
  } finally {
    await runtime.close();
  }
}

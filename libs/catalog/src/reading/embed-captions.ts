import type { Clock, ProgressListener } from '@keyart/common';
import { captionHash } from '@keyart/contracts';
import type { CaptionEmbeddingsRepository } from '@keyart/db';
import { describeArtwork } from '@keyart/features';
import type { TextEmbedder } from '@keyart/vision';
import { CatalogInputError } from '../errors';
import type { CatalogueCache } from '../snapshot/catalogue-cache';

/** What the walk works with. */
export interface EmbedCaptionsParts {
  readonly catalogue: Pick<CatalogueCache, 'refresh' | 'current'>;
  readonly embeddings: Pick<CaptionEmbeddingsRepository, 'hashesOf' | 'saveMany' | 'deleteOthers'>;
  /** null: the text model is not on this machine. */
  readonly embedder: TextEmbedder | null;
  readonly clock: Clock;
}

/** How much, and who is told. */
export interface EmbedCaptionsQuestion {
  /** Captions at most; unset: all that are missing. */
  readonly maxCount?: number;
  readonly onProgress?: ProgressListener;
}

/** What was done. */
export interface EmbeddedCaptions {
  readonly embeddedCount: number;
  /** Vectors of captions that no artwork has any more, or of another text model. */
  readonly deletedCount: number;
}

/** Captions a save: what a worker that dies in between has to do again. */
const BATCH_COUNT = 256;

/**
 * Use case: embeds the captions of the catalogue that have no vector yet, as rankers read them, and lets go of vectors that nobody
 * needs. A caption is embedded once, whichever artworks have it.
 */
export class EmbedCaptions {
  constructor(private readonly parts: EmbedCaptionsParts) {}

  /** @throws CatalogInputError `NO_TEXT_MODEL` */
  async run({ maxCount, onProgress }: EmbedCaptionsQuestion = {}): Promise<EmbeddedCaptions> {
    const { embeddings, embedder, clock } = this.parts;
    if (!embedder)
      throw new CatalogInputError('NO_TEXT_MODEL', 'captions cannot be embedded: the text model is not here');
    const captions = await this.captions();
    const known = await embeddings.hashesOf(embedder.model);
    const missing = [...captions].filter(([hash]) => !known.has(hash)).slice(0, maxCount);
    for (let from = 0; from < missing.length; from += BATCH_COUNT) {
      const batch = missing.slice(from, from + BATCH_COUNT);
      const vectors = await embedder.embed(batch.map(([, caption]) => caption));
      const records = batch.map(([hash], i) => ({ captionHash: hash, vector: vectors[i] }));
      await embeddings.saveMany(embedder.model, records, new Date(clock.nowMs()));
      onProgress?.((from + batch.length) / missing.length, 'captions');
    }
    const deletedCount = await embeddings.deleteOthers(embedder.model, [...captions.keys()]);
    return { embeddedCount: missing.length, deletedCount };
  }

  /** By hash. */
  private async captions(): Promise<Map<string, string>> {
    const { catalogue } = this.parts;
    await catalogue.refresh();
    const snapshot = catalogue.current();
    const artworks = snapshot.titles.flatMap(({ titleId }) => snapshot.artworksOf(titleId));
    const captions = artworks.map((artwork) => describeArtwork(artwork).caption);
    return new Map(captions.map((caption) => [captionHash(caption), caption]));
  }
}

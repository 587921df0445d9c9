import { RefreshedState, type Logger } from '@keyart/common';
import { captionHash } from '@keyart/contracts';
import type { CaptionEmbeddingsRepository } from '@keyart/db';
import type { StudentCard } from './student-card';

/** Where embeddings come from, and which. */
export interface CaptionVectorsParts {
  readonly embeddings: Pick<CaptionEmbeddingsRepository, 'since'>;
  /** Text model that made them. */
  readonly model: string;
  /** D. */
  readonly dimensionCount: number;
  readonly logger: Logger;
}

/** Those that a student reads: of the text model its captions were embedded by. */
export function vectorsOfStudent(
  { captionModel: model, captionMean }: Pick<StudentCard, 'captionModel' | 'captionMean'>,
  parts: Pick<CaptionVectorsParts, 'embeddings' | 'logger'>,
): CaptionVectors {
  return new CaptionVectors({ ...parts, model, dimensionCount: captionMean.length });
}

/** A row may be committed so much later than its time says. */
const OVERLAP_MS = 60_000;

/**
 * Caption embeddings in memory, 4 · D bytes each: all of them at first, then what has come since. Those of captions that are gone
 * stay until the process ends.
 */
export class CaptionVectors extends RefreshedState {
  private readonly vectors = new Map<string, Float32Array>();
  private newestMs = 0;

  constructor(private readonly parts: CaptionVectorsParts) {
    super('the caption embeddings', parts.logger);
  }

  /** `[D]`; null: not embedded yet, or by another model. */
  of(caption: string): Float32Array | null {
    return this.vectors.get(captionHash(caption)) ?? null;
  }

  /** Reads what is new; whether anything was. */
  async refresh(): Promise<boolean> {
    const { embeddings, model, dimensionCount } = this.parts;
    const known = this.vectors.size;
    for (const row of await embeddings.since(model, new Date(this.newestMs - OVERLAP_MS))) {
      this.newestMs = Math.max(this.newestMs, row.embeddedAt.getTime());
      if (row.vector.length === dimensionCount) this.vectors.set(row.captionHash, row.vector);
    }
    return this.vectors.size > known;
  }
}

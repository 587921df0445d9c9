import type { Logger } from '@keyart/common';
import { CaptionEmbeddingsRepository, type Database } from '@keyart/db';
import { CaptionVectors, type Student } from '@keyart/decisions';

/** Embeddings that the student reads; without a student there are none, and the database is not asked. */
export function studentVectors(
  student: Pick<Student, 'card'> | null,
  { database, logger }: { readonly database: Database; readonly logger: Logger },
): CaptionVectors {
  const embeddings = student ? new CaptionEmbeddingsRepository(database) : NO_EMBEDDINGS;
  const { captionModel: model = 'none', captionMean = [] } = student?.card ?? {};
  return new CaptionVectors({ embeddings, model, dimensionCount: captionMean.length, logger });
}

const NO_EMBEDDINGS = { since: () => Promise.resolve([]) };

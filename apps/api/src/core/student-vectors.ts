import type { Logger } from '@keyart/common';
import { CaptionEmbeddingsRepository, type Database } from '@keyart/db';
import { vectorsOfStudent, type CaptionVectors, type Student } from '@keyart/decisions';

/** Embeddings that the student reads; without a student there are none, and the database is not asked. */
export function studentVectors(
  student: Pick<Student, 'card'> | null,
  { database, logger }: { readonly database: Database; readonly logger: Logger },
): CaptionVectors {
  return student
    ? vectorsOfStudent(student.card, { embeddings: new CaptionEmbeddingsRepository(database), logger })
    : vectorsOfStudent(NO_CARD, { embeddings: NO_EMBEDDINGS, logger });
}

const NO_CARD = { captionModel: 'none', captionMean: [] };
const NO_EMBEDDINGS = { since: () => Promise.resolve([]) };

import { fail, type ProgressListener } from '@keyart/common';
import { MAX_REVIEWS_PER_CALL, type TitleReviewsAnswerDto } from '@keyart/contracts';
import { parseReview, type ParsedReview } from '@keyart/voice';
import type { FileRow } from './read-review-file';

/** A row that was refused. */
export interface RefusedRow {
  readonly row: number;
  readonly code: string;
  readonly field: string;
  readonly detail: string;
}

/** What became of a file of reviews. */
export interface ReviewImport {
  readonly rowCount: number;
  readonly acceptedCount: number;
  readonly duplicateCount: number;
  readonly refusedCount: number;
  /** The first of them. */
  readonly refused: readonly RefusedRow[];
  readonly elapsedMs: number;
}

const TOLD_REFUSALS = 100;

/** Hands in the rows in batches; a bad row never fails its batch. */
export async function importReviews(
  rows: AsyncIterable<FileRow>,
  take: (batch: readonly ParsedReview[]) => Promise<TitleReviewsAnswerDto>,
  onProgress: ProgressListener,
): Promise<ReviewImport> {
  const startedMs = performance.now();
  const total = { rowCount: 0, acceptedCount: 0, duplicateCount: 0, refusedCount: 0 };
  const refused: RefusedRow[] = [];
  let batch: FileRow[] = [];
  const hand = async (): Promise<void> => {
    const numbers = batch.map(({ number }) => number);
    const answer = await take(batch.map(({ value }) => parsedRow(value)));
    total.rowCount += batch.length;
    total.acceptedCount += answer.accepted;
    total.duplicateCount += answer.duplicates;
    total.refusedCount += answer.rejected.length;
    for (const { index, ...why } of answer.rejected)
      if (refused.length < TOLD_REFUSALS) refused.push({ row: numbers[index], ...why });
    onProgress(batch[batch.length - 1].fraction, `${total.rowCount} rows`);
    batch = [];
  };
  for await (const row of rows) if (batch.push(row) === MAX_REVIEWS_PER_CALL) await hand();
  if (batch.length > 0) await hand();
  return { ...total, refused, elapsedMs: performance.now() - startedMs };
}

/** What could not even be read as a row says why in words. */
function parsedRow(value: unknown): ParsedReview {
  if (typeof value !== 'string') return parseReview(value);
  return fail({ code: 'malformed-review', field: '', detail: value });
}

import { readFile } from 'node:fs/promises';
import { InputError, messageOf } from '@keyart/common';
import { readReviews, type AnalysedReview } from '@keyart/creative';

/** Analysed reviews of a file, JSON lines. @throws InputError naming file, line and field */
export async function readReviewFile(file: string): Promise<AnalysedReview[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new InputError('BAD_REVIEW', `--reviews ${file}: cannot be read (${messageOf(cause)})`, { cause });
  });
  return readReviews(text, file);
}

import type { TfIdf } from './tf-idf';

/** A word of more documents names nothing that two of them have in common: the, who, directed, in whatever language. */
const MOST_SHARE = 0.12;
/** Of few documents, a word of some is no everyday word yet. */
const FEW_DOCUMENTS = 3;

/** Whether a word, by column, says something of the documents that have it. */
export function isTellingWord({ shares, rows }: TfIdf, column: number): boolean {
  return shares[column] <= Math.max(MOST_SHARE, FEW_DOCUMENTS / rows.rowCount);
}

import { hash32 } from '@keyart/common';

/** Folds of a cross-fit: each costs a fit. */
const FOLD_COUNT = 4;

function foldOf(key: string): number {
  return hash32(key, 0) % FOLD_COUNT;
}

/** Rows, by what they are kept together, and how a fit is made of some of them. */
export interface CrossFitParts<Row, Fit> {
  readonly rows: readonly Row[];
  /** Rows of one key are in one fold, e.g. a member's. */
  readonly keyOf: (row: Row) => string;
  readonly fit: (rows: readonly Row[]) => Fit;
}

/**
 * Fits that have seen nothing of a key: how a fit does before somebody (something) new, on the log itself. Four folds by hash of the
 * key, each left out of one fit.
 * @returns for a key, the fit of the other folds' rows
 */
export function crossFit<Row, Fit>({ rows, keyOf, fit }: CrossFitParts<Row, Fit>): (key: string) => Fit {
  const folded = rows.map((row) => ({ row, fold: foldOf(keyOf(row)) }));
  const fits = Array.from({ length: FOLD_COUNT }, (_, fold) =>
    fit(folded.filter((one) => one.fold !== fold).map(({ row }) => row)),
  );
  return (key) => fits[foldOf(key)];
}

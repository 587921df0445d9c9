import { groupsOf } from '@keyart/common';

/** A row of the regression. */
export interface DriverRow {
  readonly titleId: string;
  readonly outcome: number;
  /** `[K]` */
  readonly values: Float64Array;
  /** > 0 */
  readonly weight: number;
}

/** Rows less their title's mean: a level of its own for each title is taken out. */
export interface CentredTitle {
  /** Σ w of the title. */
  readonly weight: number;
  /** `values` and `outcome` above the title's weighted means. */
  readonly rows: readonly DriverRow[];
}

/**
 * Takes a level of its own out of every title, so that good titles, whose reviews praise more of everything, do not pass for effects of what is
 * praised. Titles with one row say nothing and are left out. Source: Frisch and Waugh (Econometrica 1933); Mundlak (1978).
 */
export function centreByTitle(rows: readonly DriverRow[]): CentredTitle[] {
  return groupsOf(rows, ({ titleId }) => titleId)
    .filter((group) => group.length > 1)
    .map(centred);
}

function centred(rows: readonly DriverRow[]): CentredTitle {
  const size = rows[0].values.length;
  const means = new Float64Array(size);
  let [weight, outcome] = [0, 0];
  for (const row of rows) {
    weight += row.weight;
    outcome += row.weight * row.outcome;
    for (let k = 0; k < size; k++) means[k] += row.weight * row.values[k];
  }
  return {
    weight,
    rows: rows.map((row) => ({
      ...row,
      outcome: row.outcome - outcome / weight,
      values: row.values.map((value, k) => value - means[k] / weight),
    })),
  };
}

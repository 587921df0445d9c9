/** A row that is wrong. */
export interface FaultyRow {
  /** In the file, from 1, headings not counted. */
  readonly row: number;
  /** What stands there. */
  readonly value: string;
}

/** One kind of fault of a file, and the rows that have it. */
export interface LogFault {
  readonly file: string;
  readonly column: string;
  /** Goes on after the column's name, e.g. `is not in (0, 1]`. */
  readonly problem: string;
  readonly count: number;
  /** The first ones. */
  readonly examples: readonly FaultyRow[];
}

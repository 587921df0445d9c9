/** A row that cannot be imported while others can. */
export class RowRefusal extends Error {
  /** @param field of the row, e.g. `sha256` */
  constructor(
    readonly field: string,
    detail: string,
  ) {
    super(detail);
  }
}

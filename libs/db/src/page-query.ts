/** One page of a listing ordered by id. */
export interface PageQuery {
  /** Id of the last entry of the page before; absent for the first page. */
  readonly after?: string;
  /** Most entries returned, ≥ 1. */
  readonly limit: number;
}

/** The same for Prisma's `findMany`. */
export function pageArgs({ after, limit }: PageQuery): {
  where: { id?: { gt: string } };
  orderBy: { id: 'asc' };
  take: number;
} {
  return { where: after === undefined ? {} : { id: { gt: after } }, orderBy: { id: 'asc' }, take: limit };
}

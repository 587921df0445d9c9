import type { DecisionRecord } from '@keyart/contracts';
import { DECISION_COLUMNS } from './decision-row';

/** Which page, and which of its decisions still count. */
export interface PageSoFarQuery {
  /** UUID. */
  readonly pageId: string;
  /** Decisions made until then are forgotten. */
  readonly since: Date;
}

/** Where an earlier request of a page put which picture. */
export interface PlacedPicture {
  readonly artworkId: string;
  readonly row: number;
  readonly position: number;
}

/** What earlier requests of a page decided, oldest first. */
export interface PageSoFar {
  readonly placed: readonly PlacedPicture[];
  /** Of the asked titles only. */
  readonly decided: readonly DecisionRecord[];
}

/** As PostgreSQL sends it: null instead of empty, times as text. */
export interface PageSoFarRow {
  readonly placed: readonly PlacedPicture[] | null;
  readonly decided: readonly (Omit<DecisionRecord, 'decidedAt'> & { readonly decidedAt: string })[] | null;
}

const OF_PAGE = `FROM decision d WHERE d.page_id = $4::uuid AND d.member_id = $1 AND d.decided_at > $5::timestamptz`;

/**
 * Columns `placed` and `decided` of the serving read; `$1` member, `$2` titles, `$4` page (null: both come out null), `$5`
 * the time after which a decision still counts. The pictures are few words each, the records are read for the asked
 * titles alone: the tenth request of a page stays as cheap as the second.
 */
export const PAGE_SO_FAR = `
  (SELECT json_agg(json_build_object(
      'artworkId', d.artwork_id, 'row', d."row", 'position', d."position") ORDER BY d.decided_at) ${OF_PAGE}) AS placed,
  (SELECT json_agg(record ORDER BY record."decidedAt")
    FROM (SELECT ${DECISION_COLUMNS} ${OF_PAGE} AND d.title_id = ANY($2::text[])) AS record) AS decided`;

/** The row's part of it, with times as dates. */
export function pageSoFarOf({ placed, decided }: PageSoFarRow): PageSoFar {
  const records = (decided ?? []).map((record) => ({ ...record, decidedAt: new Date(record.decidedAt) }));
  return { placed: placed ?? [], decided: records };
}

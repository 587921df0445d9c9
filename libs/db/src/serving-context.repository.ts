import type { ArtworkScoreRecord, TitleArtwork, ViewerChoices } from '@keyart/contracts';
import type { Database } from './database';
import {
  PAGE_SO_FAR,
  pageSoFarOf,
  type PageSoFar,
  type PageSoFarQuery,
  type PageSoFarRow,
} from './page-so-far';
import type { StickyStateRow } from './sticky-state-row';

/** What is asked of the database for one page. */
export interface ServingContextQuery {
  readonly memberId: string;
  readonly titleIds: readonly string[];
  /** LLM version whose scores are wanted; null for none. */
  readonly modelVersion: string | null;
  /** The page that several requests fill; unset: the request stands alone. */
  readonly page?: PageSoFarQuery;
}

/** Everything about a viewer that a page's decisions need from the database. */
export interface ServingContext {
  /** null: a member nothing is known about. */
  readonly member: { readonly profileVersion: string; readonly profile: unknown } | null;
  /** Pictures shown now for the asked titles, all policies. */
  readonly sticky: readonly StickyStateRow[];
  /** Precomputed scores for the asked titles and model that match the member's current profile. */
  readonly scores: readonly ArtworkScoreRecord[];
  /** What the viewer said; pins and reports of the asked titles. Personalised where nothing was said. */
  readonly preferences: ViewerChoices;
  /** What earlier requests of the page decided for this member, all policies. */
  readonly page: PageSoFar;
}

/** JSON has no infinities (PostgreSQL sends texts) and no dates. */
type Wire<T> = {
  readonly [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};
type ScoreWire = Omit<Wire<ArtworkScoreRecord>, 'values'> & { readonly values: readonly (number | string)[] };

interface ServingContextRow extends PageSoFarRow {
  readonly profileVersion: string | null;
  readonly profile: unknown;
  readonly sticky: readonly Wire<StickyStateRow>[] | null;
  readonly scores: readonly ScoreWire[] | null;
  readonly isPersonalised: boolean;
  readonly pins: readonly TitleArtwork[] | null;
  readonly misleading: readonly TitleArtwork[] | null;
}

const LOAD = `
SELECT m.profile_version AS "profileVersion", m.profile,
  (SELECT json_agg(json_build_object(
      'memberId', s.member_id, 'titleId', s.title_id, 'policy', s.policy, 'artworkId', s.artwork_id,
      'shownAt', s.shown_at, 'lockedUntil', s.locked_until))
    FROM sticky_state s WHERE s.member_id = $1 AND s.title_id = ANY($2::text[])) AS sticky,
  (SELECT json_agg(json_build_object(
      'memberId', a.member_id, 'titleId', a.title_id, 'candidateSetHash', a.candidate_set_hash,
      'modelVersion', a.model_version, 'templateVersion', a.template_version,
      'profileVersion', a.profile_version, 'formulation', a.formulation, 'artworkIds', a.artwork_ids,
      'values', a.values, 'labelMass', a.label_mass, 'missingLabelCount', a.missing_label_count,
      'scoredAt', a.scored_at))
    FROM artwork_score a
    WHERE a.member_id = $1 AND a.title_id = ANY($2::text[]) AND a.model_version = $3
      AND a.profile_version = m.profile_version) AS scores,
  COALESCE((SELECT p.is_personalised FROM member_preference p WHERE p.member_id = $1), true) AS "isPersonalised",
  (SELECT json_agg(json_build_object('titleId', p.title_id, 'artworkId', p.artwork_id))
    FROM pin p WHERE p.member_id = $1 AND p.title_id = ANY($2::text[])) AS pins,
  (SELECT json_agg(json_build_object('titleId', r.title_id, 'artworkId', r.artwork_id) ORDER BY r.title_id, r.artwork_id)
    FROM misleading_report r WHERE r.member_id = $1 AND r.title_id = ANY($2::text[])) AS misleading,
  ${PAGE_SO_FAR}
FROM (SELECT 1) AS one LEFT JOIN member m ON m.id = $1`;

function stickyOf(wire: Wire<StickyStateRow>): StickyStateRow {
  const { shownAt, lockedUntil } = wire;
  return {
    ...wire,
    shownAt: new Date(shownAt),
    lockedUntil: lockedUntil === null ? null : new Date(lockedUntil),
  };
}

function scoreOf(wire: ScoreWire): ArtworkScoreRecord {
  return { ...wire, values: wire.values.map(Number), scoredAt: new Date(wire.scoredAt) };
}

/** The one read of the serving path. */
export class ServingContextRepository {
  constructor(private readonly database: Database) {}

  /**
   * Member, sticky states, scores, preferences and the page so far in one round trip and one snapshot; an unknown member
   * may have all but a profile and scores.
   */
  async load({ memberId, titleIds, modelVersion, page }: ServingContextQuery): Promise<ServingContext> {
    const [row] = await this.database.query<ServingContextRow>({
      name: 'load-serving-context',
      text: LOAD,
      values: [memberId, titleIds, modelVersion, page?.pageId ?? null, page?.since ?? null],
    });
    const { profileVersion, profile, isPersonalised } = row;
    return {
      member: profileVersion === null ? null : { profileVersion, profile },
      sticky: (row.sticky ?? []).map(stickyOf),
      scores: (row.scores ?? []).map(scoreOf),
      preferences: { isPersonalised, pins: row.pins ?? [], misleading: row.misleading ?? [] },
      page: pageSoFarOf(row),
    };
  }
}

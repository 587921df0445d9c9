import type { ArtworkScoreRecord } from '@keyart/contracts';
import type { Database } from './database';

const SAVE = `
INSERT INTO artwork_score (
  member_id, title_id, candidate_set_hash, model_version, template_version, profile_version, formulation,
  artwork_ids, "values", label_mass, missing_label_count, scored_at
)
SELECT DISTINCT ON ("memberId", "titleId", "candidateSetHash", "modelVersion", "profileVersion")
  "memberId", "titleId", "candidateSetHash", "modelVersion", "templateVersion", "profileVersion", formulation,
  "artworkIds", "values", "labelMass", "missingLabelCount", "scoredAt"
FROM ROWS FROM (json_to_recordset($1::json) AS (
  "memberId" text, "titleId" text, "candidateSetHash" text, "modelVersion" text, "templateVersion" text,
  "profileVersion" text, formulation text, "artworkIds" text[], "values" float8[], "labelMass" float8,
  "missingLabelCount" int, "scoredAt" timestamptz(3)
)) WITH ORDINALITY
ORDER BY "memberId", "titleId", "candidateSetHash", "modelVersion", "profileVersion", ordinality DESC
ON CONFLICT (member_id, title_id, candidate_set_hash, model_version, profile_version) DO UPDATE SET
  template_version = EXCLUDED.template_version,
  formulation = EXCLUDED.formulation, artwork_ids = EXCLUDED.artwork_ids, "values" = EXCLUDED."values",
  label_mass = EXCLUDED.label_mass, missing_label_count = EXCLUDED.missing_label_count,
  scored_at = EXCLUDED.scored_at`;

const FIND = `
SELECT a.member_id AS "memberId", a.title_id AS "titleId", a.candidate_set_hash AS "candidateSetHash",
  a.model_version AS "modelVersion", a.template_version AS "templateVersion", a.profile_version AS "profileVersion",
  a.formulation, a.artwork_ids AS "artworkIds", a."values", a.label_mass AS "labelMass",
  a.missing_label_count AS "missingLabelCount", a.scored_at AS "scoredAt"
FROM (SELECT DISTINCT * FROM json_to_recordset($2::json)
  AS k ("memberId" text, "titleId" text, "profileVersion" text)) AS k
JOIN artwork_score a ON (a.member_id, a.title_id, a.profile_version) = (k."memberId", k."titleId", k."profileVersion")
WHERE a.model_version = $1`;

/** A title before a member's taste. */
export type ArtworkScoreKey = Pick<ArtworkScoreRecord, 'memberId' | 'titleId' | 'profileVersion'>;

/** JSON has no infinities; PostgreSQL reads their names. */
function wireOf(record: ArtworkScoreRecord): object {
  return {
    ...record,
    values: record.values.map((value) => (Number.isFinite(value) ? value : String(value))),
  };
}

/** Precomputed LLM scores; read by ServingContextRepository. */
export class ArtworkScoresRepository {
  constructor(private readonly database: Database) {}

  /**
   * Stores or replaces scores (key: member, title, candidate set, model with its template, profile version), all or none;
   * values bit for bit.
   */
  async saveMany(records: readonly ArtworkScoreRecord[]): Promise<void> {
    if (records.length === 0) return;
    await this.database.query({ text: SAVE, values: [JSON.stringify(records.map(wireOf))] });
  }

  /** The model's scores, of any candidate set, that are still kept. */
  async findMany(modelVersion: string, keys: readonly ArtworkScoreKey[]): Promise<ArtworkScoreRecord[]> {
    if (keys.length === 0) return [];
    const wanted = keys.map(({ memberId, titleId, profileVersion }) => ({
      memberId,
      titleId,
      profileVersion,
    }));
    return this.database.query<ArtworkScoreRecord & Record<string, unknown>>({
      text: FIND,
      values: [modelVersion, JSON.stringify(wanted)],
    });
  }

  /** Removes the member's scores of other profiles than the one there is now; they are never served again. */
  async deleteOutdated(memberId: string): Promise<void> {
    const text = `DELETE FROM artwork_score a USING member m
      WHERE a.member_id = $1 AND m.id = a.member_id AND a.profile_version <> m.profile_version`;
    await this.database.query({ text, values: [memberId] });
  }

  /** How many scored titles of members the model has. */
  async countByModel(modelVersion: string): Promise<number> {
    return this.database.prisma.artworkScore.count({ where: { modelVersion } });
  }
}

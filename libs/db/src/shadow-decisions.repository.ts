import type { ShadowDecisionRecord } from '@keyart/contracts';
import type { Database } from './database';

/** A decision watched by a shadow, with what it earned. */
export interface ShadowedDecision {
  readonly memberId: string;
  /** As decided, of the artwork shown. */
  readonly propensity: number;
  /** What the shadow would have given the artwork shown, in [0, 1]. */
  readonly shadowProbability: number;
  readonly reward: number;
}

/** A decision that was erased meanwhile is left out. */
const INSERT = `
INSERT INTO shadow_decision (decision_id, model_version, probabilities)
SELECT i."decisionId", i."modelVersion", i.probabilities
FROM json_to_recordset($1::json) AS i ("decisionId" uuid, "modelVersion" text, probabilities json)
JOIN decision d ON d.id = i."decisionId"
ORDER BY i."decisionId"
ON CONFLICT DO NOTHING`;

const REWARDED = `
SELECT d.member_id AS "memberId", d.propensity, r.reward,
  COALESCE((s.probabilities ->> d.artwork_id)::float8, 0) AS "shadowProbability"
FROM shadow_decision s JOIN decision d ON d.id = s.decision_id JOIN reward r ON r.decision_id = s.decision_id
WHERE s.model_version = $1 AND NOT d.is_locked AND d.sticky_outcome <> 'held'
ORDER BY d.decided_at DESC, d.id LIMIT $2`;

/** Ties agree: the picture shown is one of those the shadow likes best. */
const AGREEMENT = `
SELECT count(*)::int AS "decisionCount", count(*) FILTER (WHERE shown >= most)::int AS "agreeingCount"
FROM (SELECT COALESCE((s.probabilities ->> d.artwork_id)::float8, 0) AS shown,
    (SELECT max(p.value::float8) FROM json_each_text(s.probabilities) p) AS most
  FROM shadow_decision s JOIN decision d ON d.id = s.decision_id
  WHERE s.model_version = $1 AND NOT d.is_locked ORDER BY d.decided_at DESC, d.id LIMIT $2) AS watched`;

/** How often the picture that was shown is the one the shadow likes best. */
export interface ShadowAgreement {
  readonly decisionCount: number;
  readonly agreeingCount: number;
}

/** What shadow models would have done. */
export class ShadowDecisionsRepository {
  constructor(private readonly database: Database) {}

  /** Stores them, all or none; idempotent. Their decisions must be stored before. */
  async insertMany(records: readonly ShadowDecisionRecord[]): Promise<void> {
    if (records.length === 0) return;
    const values = [JSON.stringify(records)];
    await this.database.query({ name: 'insert-shadow-decisions', text: INSERT, values });
  }

  /**
   * The newest `limit` decisions with a reward that the shadow watched and in which the policy chose: not locked, and not
   * held to what was shown before. There the propensities of all other artworks are the floor's, one such decision could
   * weigh as much as a hundred others, and the log says next to nothing of what else might have been shown.
   */
  rewarded(modelVersion: string, limit: number): Promise<ShadowedDecision[]> {
    return this.database.query<ShadowedDecision>({ text: REWARDED, values: [modelVersion, limit] });
  }

  /** Over the newest `limit` unlocked decisions that the shadow watched, rewarded or not. */
  async agreement(modelVersion: string, limit: number): Promise<ShadowAgreement> {
    const [row] = await this.database.query<ShadowAgreement>({
      text: AGREEMENT,
      values: [modelVersion, limit],
    });
    return row;
  }
}

import type { Database } from './database';

/** Names one taste profile of one member. */
export interface TasteVersionKey {
  readonly memberId: string;
  readonly profileVersion: string;
}

/** A taste profile as it was built. */
export interface TasteVersionRecord extends TasteVersionKey {
  readonly profile: unknown;
  readonly builtAt: Date;
}

const FIND = `
SELECT t.member_id AS "memberId", t.version AS "profileVersion", t.profile, t.built_at AS "builtAt"
FROM (SELECT DISTINCT * FROM json_to_recordset($1::json) AS k ("memberId" text, "profileVersion" text)) AS k
JOIN taste_version t ON (t.member_id, t.version) = (k."memberId", k."profileVersion")
ORDER BY t.member_id, t.version`;

/** Every taste profile ever built; written by MembersRepository.saveProfile. */
export class TasteVersionsRepository {
  constructor(private readonly database: Database) {}

  /** The profiles that are known, each once, by member and version; unknown keys are left out. */
  async findMany(keys: readonly TasteVersionKey[]): Promise<TasteVersionRecord[]> {
    if (keys.length === 0) return [];
    return this.database.query<TasteVersionRecord & Record<string, unknown>>({
      text: FIND,
      values: [JSON.stringify(keys)],
    });
  }
}

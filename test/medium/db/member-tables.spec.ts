import { FOLLOWING_TABLES, MEMBER_TABLES } from '@keyart/db';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

interface ForeignKey {
  readonly table: string;
  readonly column: string;
  readonly references: string;
  readonly rule: string;
}

const NAMING = `
SELECT c.table_name AS "table", c.column_name AS "memberColumn" FROM information_schema.columns c
JOIN information_schema.tables t USING (table_schema, table_name)
WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
  AND (c.column_name ~ '(member|viewer|user)_?id' OR (c.table_name, c.column_name) = ('member', 'id'))`;

/** Text of the tables that hold no member: none of it may name one, but where a remark says how that ends. */
const OTHER_TEXT: Record<string, string> = {
  _prisma_migrations: 'checksum id logs migration_name',
  api_key: 'id key_hash name prefix replaced_by_id scopes',
  artwork:
    'aspect author blurhash caption caption_version dominant_colour facets id licence locale maturity media_type origin perceptual_hash review_reason review_state sha256 shown_people title_id',
  artwork_reading: 'artwork_id description features look sha256 suitability',
  caption_embedding: 'caption_hash model vector',
  // `target` names members by the pseudonym of a day; nothing else comes from outside but keys' names.
  audit_entry: 'key_id key_name method request_id route summary target',
  // A keyed hash.
  erasure: 'counts member_hash',
  // Sums and shares; segments by member are refused, and faults quote the file that was given.
  evaluation: 'problem request requested_by result status',
  experiment: 'arms created_by guardrails hypothesis id name',
  experiment_run: 'experiment_id ramp salt started_by stopped_arms stopped_by',
  market_observation: 'country title_id',
  frame_promotion: 'artwork_id aspect',
  micro_genre: 'facets first_version last_version name slug',
  micro_genre_rebuild: 'version',
  micro_genre_title: 'evidence slug title_id',
  model_version: 'kind payload stage summary version',
  // `cursor` is a member's id: see STEP_BACK_FROM_MEMBER.
  precompute_run: 'cursor reason status',
  synopsis_embedding: 'model synopsis_hash vector',
  title: 'cast facets genres id maturity name origin_countries original_language synopsis tags',
  title_map: 'blocks communities seed source_hash text_model version',
  title_profile_due: 'title_id',
  // Sums and means of many reviews.
  title_profile_version: 'engine_version micro_genre profile sums title_id version',
  title_map_entry: 'communities name similar_titles title_id version',
  // A hash of what the sender called an event, for a week.
  playback_receipt: 'event_hash',
  video: 'analysis author file_name licence probe problem problem_code sha256 status title_id',
};

const TEXT = `
SELECT c.table_name AS "table", string_agg(c.column_name, ' ' ORDER BY c.column_name) AS "columns"
FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.table_name <> ALL($1)
  AND c.data_type IN ('text', 'character varying', 'bytea', 'json', 'jsonb', 'ARRAY')
GROUP BY c.table_name`;

const FOREIGN_KEYS = `
SELECT k.table_name AS "table", k.column_name AS "column", u.table_name AS "references", r.delete_rule AS "rule"
FROM information_schema.referential_constraints r
JOIN information_schema.key_column_usage k USING (constraint_schema, constraint_name)
JOIN information_schema.constraint_column_usage u USING (constraint_schema, constraint_name)
WHERE r.constraint_schema = 'public'`;

describe('the list of tables that hold data of members', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.drop());

  it('has every table that names members', async () => {
    const { rows } = await test.database.pool.query(NAMING);
    const byTable = (a: { table: string }, b: { table: string }): number => (a.table < b.table ? -1 : 1);
    expect(rows.sort(byTable)).toEqual([...MEMBER_TABLES].sort(byTable));
  });

  it('leaves out no column that could name a member by another name', async () => {
    const listed = [...MEMBER_TABLES, ...FOLLOWING_TABLES].map(({ table }) => table);
    const { rows } = await test.database.pool.query<{ table: string; columns: string }>(TEXT, [listed]);
    expect(Object.fromEntries(rows.map(({ table, columns }) => [table, columns]))).toEqual(OTHER_TEXT);
  });

  it('has every table that hangs on one of them, by a key that deletes along', async () => {
    const { rows } = await test.database.pool.query<ForeignKey>(FOREIGN_KEYS);
    const named = new Set(MEMBER_TABLES.map(({ table }) => table));
    const following = rows.filter(({ table, references }) => named.has(references) && !named.has(table));
    expect(new Set(following.map(({ rule }) => rule))).toEqual(new Set(['CASCADE']));
    expect(following.map(({ table }) => table).sort()).toEqual(
      FOLLOWING_TABLES.map(({ table }) => table).sort(),
    );
    const hanging = new Set(following.map(({ table }) => table));
    expect(rows.filter(({ references }) => hanging.has(references))).toEqual([]);
  });
});

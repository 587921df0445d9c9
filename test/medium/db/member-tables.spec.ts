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

import { Analysis, judgedFor } from '@keyart/decision-log';
import { allEstimators, memberSumsSql, NORMALISED_IPS, withinCandidates } from '@keyart/evaluation';
import { createRandom } from '@keyart/common';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const PARAMETERS = { clip: 3, switchThreshold: 3, shrinkage: 10 };
const TERMS = [
  ...new Map(
    [...allEstimators(PARAMETERS), withinCandidates(NORMALISED_IPS, { from: 2, to: 4 })]
      .flatMap(({ terms }) => terms)
      .map((term) => [term.sql, term]),
  ).values(),
];
const COLUMNS = [
  ...['row', 'reward', 'propensity', 'candidate_count', 'prediction'],
  ...['target_weight', 'baseline_weight', 'target_expected', 'baseline_expected'],
  ...['target_facet_weight', 'baseline_facet_weight'],
];

/** Rows of `judged`: a member, and a number a column. */
function judgedRows(): { user: string; numbers: number[] }[] {
  const random = createRandom('engines');
  return Array.from({ length: 3000 }, (_, i) => ({
    user: `u${Math.floor(random.next() * 400)}`,
    numbers: [
      ...[
        i + 1,
        Math.floor(random.next() * 2),
        0.05 + 0.9 * random.next(),
        2 + Math.floor(random.next() * 30),
      ],
      ...[random.next(), 20 * random.next() ** 4, 1, random.next(), random.next()],
      ...[3 * random.next(), 1],
    ],
  }));
}

describe('member sums by two engines', () => {
  let test: TestDatabase;
  let analysis: Analysis;
  beforeAll(async () => {
    [test, analysis] = [await createTestDatabase(), await Analysis.open()];
    const columns = COLUMNS.map((column) => `${column} double precision`).join(', ');
    const table = `CREATE TABLE judged (user_id varchar, ${columns})`;
    const values = judgedRows().map(({ user, numbers }) => `('${user}', ${numbers.join(', ')})`);
    const insert = `INSERT INTO judged VALUES ${values.join(', ')}`;
    for (const statement of [table, insert]) {
      await analysis.run(statement);
      await test.database.query({ text: statement });
    }
  });
  afterAll(async () => {
    await analysis.close();
    await test.drop();
  });

  it.each(['target', 'baseline'] as const)('DuckDB and PostgreSQL agree to 1e-9 for the %s', async (role) => {
    const sql = memberSumsSql({ relation: judgedFor(role), terms: TERMS });
    const ours = await analysis.rows<Record<string, number | string>>(sql);
    const theirs = (await test.database.query({ text: sql })) as unknown as Record<string, number | string>[];
    const byUser = new Map(theirs.map((row) => [row.user_id, row]));
    expect(ours.map(({ user_id }) => user_id).sort()).toEqual([...byUser.keys()].sort());
    const gaps = ours.flatMap(({ user_id, ...sums }) =>
      Object.entries(sums).map(([column, value]) =>
        Math.abs(Number(byUser.get(user_id)?.[column]) - Number(value)),
      ),
    );
    expect(Math.max(...gaps)).toBeLessThan(1e-9);
  });
});

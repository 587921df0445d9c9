import { Analysis } from '@keyart/decision-log';
import { armQuantilesSql, armSumsSql } from '@keyart/evaluation';
import { experimentEvents } from '../../factories/experiment-events.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const QUERIES = {
  mean: armSumsSql({ relation: 'rows_of_arms', type: 'mean', winsoriseAt: 0.95 }),
  proportion: armSumsSql({ relation: 'rows_of_arms', type: 'proportion' }),
  ratio: armSumsSql({ relation: 'rows_of_arms', type: 'ratio' }),
  'mean of 10^12': armSumsSql({
    relation: '(SELECT arm, member, 1e9 * y AS y, d, -1e9 * x AS x FROM rows_of_arms)',
    type: 'mean',
  }),
  quantile: armQuantilesSql('rows_of_arms', 0.9),
};

describe('sums of arms by two engines', () => {
  let test: TestDatabase;
  let analysis: Analysis;
  beforeAll(async () => {
    [test, analysis] = [await createTestDatabase(), await Analysis.open()];
    const rows = experimentEvents({ memberCount: 600, seed: 'engines', lift: 0.1 });
    const values = rows.map(
      (row) => `('${row.arm}', '${row.user_id}', ${row.start_ms}, ${1 + row.arm.length / 7}, ${row.before})`,
    );
    const table =
      'CREATE TABLE rows_of_arms (arm varchar, member varchar, y double precision, d double precision, x double precision)';
    for (const statement of [table, `INSERT INTO rows_of_arms VALUES ${values.join(', ')}`]) {
      await analysis.run(statement);
      await test.database.query({ text: statement });
    }
  });
  afterAll(async () => {
    await analysis.close();
    await test.drop();
  });

  it.each(Object.entries(QUERIES))('DuckDB and PostgreSQL agree to 1e-9 on a %s', async (_, sql) => {
    const ours = await analysis.rows<Record<string, number | string>>(sql);
    const theirs = (await test.database.query({ text: sql })) as unknown as Record<string, number | string>[];
    expect(ours.map(({ arm }) => arm)).toEqual(['control', 'treatment']);
    expect(theirs.map(({ arm }) => arm)).toEqual(['control', 'treatment']);
    const numbers = Object.keys(ours[0]).filter((name) => name !== 'arm');
    expect(numbers.length).toBeGreaterThan(7);
    const gaps = ours.flatMap((row, i) =>
      numbers.map((name) => Math.abs(Number(theirs[i][name]) / Number(row[name]) - 1)),
    );
    expect(Math.max(...gaps)).toBeLessThan(1e-9);
  });

  it('sums of large values are those of small ones in another unit', async () => {
    const [small] = await analysis.rows<Record<string, number>>(QUERIES.ratio);
    const [large] = await analysis.rows<Record<string, number>>(QUERIES['mean of 10^12']);
    for (const [name, factor] of [
      ['sum', 1e9],
      ['sumSquares', 1e18],
      ['covariateSum', -1e9],
      ['covariateCrossSum', -1e18],
    ] as const)
      expect(Math.abs(large[name] / (factor * small[name]) - 1)).toBeLessThan(1e-12);
  });
});

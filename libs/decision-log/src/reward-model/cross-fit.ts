import { fitRidge, type CategoryColumn, type RewardCells, type RidgeModel } from '@keyart/evaluation';
import type { DuckDBValue } from '@duckdb/node-api';
import type { Analysis } from '../analysis';
import type { LoadedLog } from '../file/load-log';

const FOLD_COUNT = 5;
const HEX = "'0123456789abcdef'";
/** From the member's id alone, so that a member's rows are never in two folds, in any order of rows. */
const FOLD = `((strpos(${HEX}, substr(md5(user_id), 1, 1)) - 1) * 16 + strpos(${HEX}, substr(md5(user_id), 2, 1)) - 1) % ${FOLD_COUNT}`;

/**
 * Fits a ridge regression of rewards on action, title and extra columns, each fold by the others, and writes the tables `row_part` (row,
 * fold, q without the action) and `action_part` (fold, action, q).
 */
export async function crossFit(analysis: Analysis, log: LoadedLog): Promise<void> {
  await analysis.run(
    `CREATE TABLE member_fold AS SELECT user_id, ${FOLD} AS fold FROM (SELECT DISTINCT user_id FROM log)`,
  );
  const categories = ['action', 'title_id', ...log.categoryExtras.map((_, i) => `category_${i}`)];
  const numbers = log.numberExtras.map((_, i) => `number_${i}`);
  for (const [i, category] of categories.entries())
    await analysis.run(
      `CREATE TABLE level_${i} AS SELECT value, row_number() OVER (ORDER BY value) - 1 AS level FROM (SELECT DISTINCT coalesce(${category}, '') AS value FROM log)`,
    );
  const cells = await readCells(analysis, { categories, numbers });
  await writeModels(analysis, fitRidge(cells), { categories, numbers });
}

/** Columns of the table `log`. */
interface ModelColumns {
  readonly categories: readonly string[];
  readonly numbers: readonly string[];
}

async function readCells(analysis: Analysis, { categories, numbers }: ModelColumns): Promise<RewardCells> {
  const levels = categories.map((_, i) => `l${i}.level`);
  const joins = categories.map(
    (category, i) => `JOIN level_${i} l${i} ON l${i}.value = coalesce(log.${category}, '')`,
  );
  const features = ['fold', ...levels, ...numbers];
  const columns = await analysis.columns(
    `SELECT ${[...features, 'count(*)', 'sum(reward::DECIMAL(38, 18))::DOUBLE'].join(', ')} FROM log JOIN member_fold USING (user_id) ${joins.join(' ')} GROUP BY ${features.join(', ')} ORDER BY ${features.join(', ')}`,
  );
  const [fold, ...rest] = columns;
  const levelColumns = rest.slice(0, categories.length).map((column): CategoryColumn => {
    const level = Int32Array.from(column, Number);
    return { level, levelCount: level.reduce((most, one) => Math.max(most, one), -1) + 1 };
  });
  return {
    cellCount: fold.length,
    foldCount: FOLD_COUNT,
    fold: Int32Array.from(fold, Number),
    categories: levelColumns,
    numbers: rest.slice(categories.length, -2).map(doubles),
    rowCount: doubles(rest[rest.length - 2]),
    rewardSum: doubles(rest[rest.length - 1]),
  };
}

function doubles(column: readonly DuckDBValue[]): Float64Array {
  return Float64Array.from(column, Number);
}

async function writeModels(
  analysis: Analysis,
  models: readonly RidgeModel[],
  { categories, numbers }: ModelColumns,
): Promise<void> {
  await analysis.run('CREATE TABLE coefficient (category DOUBLE, fold DOUBLE, level DOUBLE, value DOUBLE)');
  await analysis.append('coefficient', coefficientRows(models));
  const slopes = numbers.map((_, k) => `slope_${k}`);
  await analysis.run(
    `CREATE TABLE fold_part (fold DOUBLE, intercept DOUBLE${slopes.map((slope) => `, ${slope} DOUBLE`).join('')})`,
  );
  await analysis.append(
    'fold_part',
    models.map(({ intercept, slopes: own }, fold) => [fold, intercept, ...own]),
  );
  for (const i of categories.keys())
    await analysis.run(
      `CREATE TABLE part_${i} AS SELECT fold::BIGINT AS fold, l.value AS level, c.value AS q FROM coefficient c JOIN level_${i} l USING (level) WHERE category = ${i}`,
    );
  await analysis.run('CREATE VIEW action_part AS SELECT fold, level AS action, q FROM part_0');
  const rest = categories.slice(1).map((_, i) => i + 1);
  const joins = rest.map(
    (i) => `JOIN part_${i} c${i} ON c${i}.fold = m.fold AND c${i}.level = coalesce(log.${categories[i]}, '')`,
  );
  const sum = [
    'f.intercept',
    ...rest.map((i) => `c${i}.q`),
    ...numbers.map((number, k) => `f.slope_${k} * log.${number}`),
  ];
  await analysis.run(
    `CREATE TABLE row_part AS SELECT log.row, m.fold, ${sum.join(' + ')} AS q FROM log JOIN member_fold m USING (user_id) JOIN fold_part f ON f.fold = m.fold ${joins.join(' ')}`,
  );
}

function* coefficientRows(models: readonly RidgeModel[]): Generator<number[]> {
  for (const [fold, { levels }] of models.entries())
    for (const [category, values] of levels.entries())
      for (const [level, value] of values.entries()) yield [category, fold, level, value];
}

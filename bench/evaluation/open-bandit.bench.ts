import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Analysis, evaluateLog, type EvaluationResult } from '@keyart/decision-log';
import { DEFAULT_ESTIMATOR_PARAMETERS, wilsonInterval, type EstimatorName } from '@keyart/evaluation';
import { renderTable } from '../../apps/evaluator/src/terminal/table';

const NAMES: readonly EstimatorName[] = ['ips', 'snips', 'dm', 'dr', 'replay'];
const MAP = 'decision_id=decision,action=item_id,propensity=propensity_score,reward=click,title_id=position';

interface Direction {
  readonly name: string;
  readonly log: string;
  readonly other: string;
}

interface Evaluated extends Direction {
  readonly result: EvaluationResult;
  /** Clicks of the other log: what the target earned when it really served, with Wilson's interval. */
  readonly clickCount: number;
  readonly rowCount: number;
}

/**
 * Each log of the Open Bandit Dataset, campaign "men", as the log, and the other's distribution of items by position as the target; the
 * other log's own rate of clicks is a noisy truth.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { obd: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  if (!values.obd) throw new Error('name the folder of the data set: --obd DIR');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'keyart-obd-'));
  const [uniform, thompson] = ['random', 'bts'].map((policy) =>
    path.join(values.obd ?? '', policy, 'men', 'men.csv'),
  );
  try {
    const directions = [
      { name: 'uniform log → Thompson', log: uniform, other: thompson },
      { name: 'Thompson log → uniform', log: thompson, other: uniform },
    ];
    const all: Evaluated[] = [];
    for (const direction of directions) all.push(await evaluate(direction, folder));
    if (values.json) console.log(JSON.stringify(all));
    else for (const one of all) report(one);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The target as a long table: the other log's share of each item at the decision's position. */
async function writeFiles(
  { log, other }: Direction,
  folder: string,
): Promise<{ log: string; target: string; clicks: number; rows: number }> {
  const files = { log: path.join(folder, 'log.parquet'), target: path.join(folder, 'target.parquet') };
  const analysis = await Analysis.open();
  try {
    await analysis.run(
      `CREATE TABLE log AS SELECT row_number() OVER () AS decision, * FROM read_csv('${log}')`,
    );
    await analysis.run(
      `CREATE TABLE share AS SELECT position, item_id, count(*) / sum(count(*)) OVER (PARTITION BY position) AS probability FROM read_csv('${other}') GROUP BY position, item_id`,
    );
    await analysis.run(`COPY log TO '${files.log}' (FORMAT parquet)`);
    await analysis.run(
      `COPY (SELECT decision AS decision_id, share.item_id AS action, probability FROM log JOIN share USING (position)) TO '${files.target}' (FORMAT parquet)`,
    );
    const truth = await analysis.row<{ clicks: number; rows: number }>(
      `SELECT sum(click)::DOUBLE AS clicks, count(*)::DOUBLE AS rows FROM read_csv('${other}')`,
    );
    return { ...files, ...truth };
  } finally {
    await analysis.close();
  }
}

async function evaluate(direction: Direction, folder: string): Promise<Evaluated> {
  const files = await writeFiles(direction, folder);
  const analysis = await Analysis.open();
  try {
    const result = await evaluateLog(analysis, {
      ...{ file: files.log, map: MAP, target: { kind: 'file', file: files.target } },
      ...{
        baseline: { kind: 'logging' },
        rewardModel: { kind: 'cross-fitted' },
        rewardModelText: 'cross-fitted',
      },
      ...{ parameters: DEFAULT_ESTIMATOR_PARAMETERS, segments: [], alpha: 0.05, bootstrapDrawCount: 1000 },
      ...{ seed: 1, smallestLift: 0.05, version: 'bench', command: 'open-bandit', now: new Date() },
    });
    return { ...direction, result, clickCount: files.clicks, rowCount: files.rows };
  } finally {
    await analysis.close();
  }
}

function report({ name, result, clickCount, rowCount }: Evaluated): void {
  const [lower, upper] = wilsonInterval(clickCount, rowCount);
  const { diagnostics: d, warnings, verdict, summary, power } = result;
  const rows = result.estimates
    .filter(({ policy, estimator }) => policy === 'target' && NAMES.includes(estimator))
    .map(({ estimator, value, interval, bootstrapInterval }) => [
      estimator,
      value.toFixed(5),
      range(interval),
      range(bootstrapInterval),
    ]);
  const truth = ['served, a noisy truth', (clickCount / rowCount).toFixed(5), range([lower, upper]), ''];
  console.log(`\n${name}: ${d.sampleCount} decisions, ${Math.round(d.meanReward * d.sampleCount)} clicks`);
  console.log(renderTable([['estimator', 'value', '95%', 'bootstrap'], ...rows, truth]));
  console.log(
    `mean weight ${d.meanWeight.toFixed(3)} (z ${d.meanWeightZ?.toFixed(2)}), ESS ${d.effectiveSampleSize.toFixed(0)}, largest weight ${d.maxWeight.toFixed(1)}, Pareto k ${d.paretoK?.toFixed(2) ?? '–'}, rewarded rows with weight ${d.rewardedRowCount}, smallest lift shown ${((power.minimumDetectableEffect ?? NaN) * 100).toFixed(0)}%`,
  );
  for (const { code, detail } of warnings) console.log(`  ${code}: ${detail}`);
  console.log(`verdict: ${verdict}. ${summary[1]}`);
}

function range(ends: readonly [number, number] | null): string {
  return ends ? `${ends[0].toFixed(5)} – ${ends[1].toFixed(5)}` : '–';
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

import { parseArgs } from 'node:util';
import {
  allEstimators,
  DEFAULT_ESTIMATOR_PARAMETERS,
  estimateAll,
  sumByCluster,
  type EstimatorName,
} from '@keyart/evaluation';
import { renderTable } from '../../apps/evaluator/src/terminal/table';
import { simulateLog, type LogSetting } from './simulated-log';

const ROW_COUNT = 5_000;
const NAMES: readonly EstimatorName[] = ['ips', 'snips', 'dr', 'sndr'];
const NORMAL_97_5 = 1.959963984540054;
const LEAST_COVERAGE = 0.93;
const MOST_COVERAGE = 0.97;
const MOST_WIDTH_RATIO = 0.75;
const SETTINGS: readonly LogSetting[] = [
  { name: 'K = 5, uniform', actionCount: 5, sharpness: 0, epsilon: 1 },
  { name: 'K = 5, softmax, ε = .2', actionCount: 5, sharpness: 5, epsilon: 0.2 },
  { name: 'K = 10, sharp, ε = .05', actionCount: 10, sharpness: 20, epsilon: 0.05 },
];

interface Coverage {
  readonly setting: string;
  readonly estimator: EstimatorName;
  readonly truth: number;
  readonly coverage: number;
  /** Of ± 1.96 standard errors: what is lost without Student's t. */
  readonly normalCoverage: number;
  readonly meanWidth: number;
  readonly bias: number;
}

/** How often 95% intervals hold the truth: 1,000 logs of 5,000 decisions in each of three settings, target near greedy. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '1000' }, json: { type: 'boolean', default: false } },
  });
  const rows: Coverage[] = [];
  for (const setting of SETTINGS) rows.push(...(await cover(setting, Number(values.runs))));
  if (values.json) console.log(JSON.stringify(rows));
  else report(rows);
}

async function cover(setting: LogSetting, runCount: number): Promise<Coverage[]> {
  const estimators = allEstimators(DEFAULT_ESTIMATOR_PARAMETERS).filter(({ name }) => NAMES.includes(name));
  const terms = estimators.flatMap((estimator) => estimator.terms);
  const found = new Map(NAMES.map((name) => [name, { hits: 0, normalHits: 0, width: 0, error: 0 }]));
  let truth = NaN;
  for (let run = 0; run < runCount; run++) {
    const { log, target, seeds, ...world } = simulateLog(setting, ROW_COUNT, run);
    truth = world.truth;
    const sums = sumByCluster(log, { policies: { target, baseline: target }, terms }, seeds);
    const { estimates } = await estimateAll(sums, estimators, { alpha: 0.05, drawCount: 0, seed: 1 });
    for (const { policy, estimator, value, interval, standardError } of estimates) {
      const tally = found.get(estimator);
      if (policy !== 'target' || !tally || !interval) continue;
      tally.hits += Number(interval[0] <= truth && truth <= interval[1]);
      tally.normalHits += Number(Math.abs(value - truth) <= NORMAL_97_5 * (standardError ?? 0));
      tally.width += interval[1] - interval[0];
      tally.error += value - truth;
    }
  }
  return [...found].map(([estimator, { hits, normalHits, width, error }]) => ({
    ...{ setting: setting.name, estimator, truth, coverage: hits / runCount },
    normalCoverage: normalHits / runCount,
    ...{ meanWidth: width / runCount, bias: error / runCount },
  }));
}

function report(rows: readonly Coverage[]): void {
  const heading = ['setting', 'estimator', 'truth', 'coverage', 'by ± 1.96 se', 'mean width', 'bias', ''];
  const line = (row: Coverage) => [
    ...[row.setting, row.estimator, row.truth.toFixed(3), row.coverage.toFixed(3)],
    ...[row.normalCoverage.toFixed(3), row.meanWidth.toFixed(4), row.bias.toFixed(4), noteOn(row)],
  ];
  console.log(renderTable([heading, ...rows.map(line)]));
  const width = (estimator: EstimatorName) =>
    rows.find((row) => row.setting === SETTINGS[0].name && row.estimator === estimator)?.meanWidth ?? NaN;
  const ratio = width('snips') / width('ips');
  console.log(
    `\n${SETTINGS[0].name}: SNIPS's interval is ${ratio.toFixed(3)} of IPS's (aim ${MOST_WIDTH_RATIO} at most)`,
  );
}

function noteOn({ coverage }: Coverage): string {
  if (coverage >= LEAST_COVERAGE && coverage <= MOST_COVERAGE) return 'within 93–97%';
  return 'OUTSIDE 93–97%';
}

void main();

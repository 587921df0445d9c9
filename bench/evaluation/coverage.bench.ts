import { parseArgs } from 'node:util';
import {
  allEstimators,
  DEFAULT_ESTIMATOR_PARAMETERS,
  estimateAll,
  paretoK,
  summedTerms,
  sumByCluster,
  tailCount,
  WARNING_LIMITS,
  type AllEstimates,
  type EstimatorName,
  type Measured,
} from '@keyart/evaluation';
import { renderTable } from '../../apps/evaluator/src/terminal/table';
import { simulateLog, type LogSetting, type SimulatedLog } from './simulated-log';

const ROW_COUNT = 5_000;
const NAMES: readonly EstimatorName[] = ['ips', 'snips', 'dr', 'sndr'];
const QUANTITIES = ['value', 'difference', 'lift'] as const;
const NORMAL_97_5 = 1.959963984540054;
const LEAST_COVERAGE = 0.93;
const MOST_COVERAGE = 0.97;
const MOST_WIDTH_RATIO = 0.75;
const SHARPNESSES = [15, 18, 20, 22, 25, 28, 30];
const SETTINGS: readonly LogSetting[] = [
  { name: 'K = 5, uniform', actionCount: 5, sharpness: 0, epsilon: 1 },
  { name: 'K = 5, softmax, ε = .2', actionCount: 5, sharpness: 5, epsilon: 0.2 },
  ...SHARPNESSES.map((sharpness) => ({
    name: `K = 10, sharp (${sharpness}), ε = .05`,
    ...{ actionCount: 10, sharpness, epsilon: 0.05 },
  })),
];

interface Coverage {
  readonly setting: string;
  readonly estimator: EstimatorName;
  readonly of: (typeof QUANTITIES)[number];
  readonly truth: number;
  readonly coverage: number;
  /** Of ± 1.96 standard errors. */
  readonly normalCoverage: number;
  readonly meanWidth: number;
  /** By that of ± 1.96 standard errors. */
  readonly widthRatio: number;
  readonly bias: number;
  /** Share of logs whose weights are warned of. */
  readonly warnedFraction: number;
}

/**
 * How often 95% intervals hold the truth: 1,000 logs of 5,000 decisions in each setting, target near greedy, against the logging policy;
 * `--sharpness` for one world of the third setting alone.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '1000' },
      sharpness: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const settings = SETTINGS.filter(
    ({ sharpness }) => values.sharpness === undefined || sharpness === Number(values.sharpness),
  );
  const rows: Coverage[] = [];
  for (const setting of settings) rows.push(...(await cover(setting, Number(values.runs))));
  if (values.json) console.log(JSON.stringify(rows));
  else report(rows);
}

interface Tally {
  hits: number;
  normalHits: number;
  width: number;
  normalWidth: number;
  error: number;
}

async function cover(setting: LogSetting, runCount: number): Promise<Coverage[]> {
  const estimators = allEstimators(DEFAULT_ESTIMATOR_PARAMETERS).filter(({ name }) => NAMES.includes(name));
  const terms = summedTerms(estimators);
  const found = new Map<string, Tally>();
  let truths: Record<Coverage['of'], number> = { value: NaN, difference: NaN, lift: NaN };
  let warnedCount = 0;
  for (let run = 0; run < runCount; run++) {
    const { log, target, baseline, seeds, truth } = simulateLog(setting, ROW_COUNT, run);
    const difference = truth.target - truth.baseline;
    truths = { value: truth.target, difference, lift: difference / truth.baseline };
    const sums = sumByCluster(log, { policies: { target, baseline }, terms }, seeds);
    const all = await estimateAll(sums, estimators, { alpha: 0.05, drawCount: 0, seed: 1 });
    for (const name of NAMES)
      for (const of of QUANTITIES) {
        const tally = tallyOf(found, `${name} ${of}`);
        add(tally, measuredOf(all, { name, of }), truths[of]);
      }
    warnedCount += Number(isWarnedOf(target));
  }
  return NAMES.flatMap((estimator) =>
    QUANTITIES.map((of) => {
      const { hits, normalHits, width, normalWidth, error } = tallyOf(found, `${estimator} ${of}`);
      return {
        ...{ setting: setting.name, estimator, of, truth: truths[of], coverage: hits / runCount },
        ...{ normalCoverage: normalHits / runCount, meanWidth: width / runCount },
        ...{ widthRatio: width / normalWidth, bias: error / runCount },
        warnedFraction: warnedCount / runCount,
      };
    }),
  );
}

function tallyOf(found: Map<string, Tally>, key: string): Tally {
  const tally = found.get(key) ?? { hits: 0, normalHits: 0, width: 0, normalWidth: 0, error: 0 };
  found.set(key, tally);
  return tally;
}

function measuredOf(
  { estimates, comparisons }: AllEstimates,
  { name, of }: { name: EstimatorName; of: Coverage['of'] },
): Measured | null {
  if (of === 'value')
    return estimates.find(({ policy, estimator }) => policy === 'target' && estimator === name) ?? null;
  return comparisons.find(({ estimator }) => estimator === name)?.[of] ?? null;
}

function add(tally: Tally, measured: Measured | null, truth: number): void {
  if (!measured?.interval) return;
  const { value, interval, standardError } = measured;
  const half = NORMAL_97_5 * (standardError ?? 0);
  tally.hits += Number(interval[0] <= truth && truth <= interval[1]);
  tally.normalHits += Number(Math.abs(value - truth) <= half);
  tally.width += interval[1] - interval[0];
  tally.normalWidth += 2 * half;
  tally.error += value - truth;
}

/** LOW_ESS, EXTREME_WEIGHT or HIGH_PARETO_K. */
function isWarnedOf({ weight }: SimulatedLog['target']): boolean {
  const sorted = Float64Array.from(weight).sort();
  const sum = sorted.reduce((all, one) => all + one, 0);
  const squares = sorted.reduce((all, one) => all + one * one, 0);
  const k = paretoK(sorted.slice(-tailCount(weight.length) - 1));
  return (
    sum ** 2 / squares < WARNING_LIMITS.leastEffectiveSampleSize ||
    sorted[sorted.length - 1] / sum > WARNING_LIMITS.mostWeightShare ||
    (k !== null && k >= WARNING_LIMITS.mostParetoK)
  );
}

function report(rows: readonly Coverage[]): void {
  const heading = ['setting', 'estimator', 'of', 'truth', 'coverage', 'by ± 1.96 se', 'mean width'];
  const line = (row: Coverage) => [
    ...[row.setting, row.estimator, row.of, row.truth.toFixed(3), row.coverage.toFixed(3)],
    ...[row.normalCoverage.toFixed(3), row.meanWidth.toFixed(4), row.widthRatio.toFixed(3)],
    ...[row.bias.toFixed(4), `${(100 * row.warnedFraction).toFixed(0)}%`, noteOn(row)],
  ];
  console.log(renderTable([[...heading, '… by ± 1.96 se', 'bias', 'logs warned of', ''], ...rows.map(line)]));
  const width = (estimator: EstimatorName) =>
    rows.find((row) => row.setting === SETTINGS[0].name && row.estimator === estimator && row.of === 'value')
      ?.meanWidth ?? NaN;
  const ratio = width('snips') / width('ips');
  if (!Number.isNaN(ratio))
    console.log(
      `\n${SETTINGS[0].name}: SNIPS's interval is ${ratio.toFixed(3)} of IPS's (aim ${MOST_WIDTH_RATIO} at most)`,
    );
}

function noteOn({ coverage, normalCoverage, warnedFraction }: Coverage): string {
  const by = coverage >= LEAST_COVERAGE && coverage <= MOST_COVERAGE ? 'within 93–97%' : 'OUTSIDE 93–97%';
  const isTooNarrow = normalCoverage < LEAST_COVERAGE;
  return isTooNarrow && warnedFraction > 0 ? `${by}; ± 1.96 se is too narrow` : by;
}

void main();

import {
  deltaMethod,
  DR,
  exactSum,
  gapBetween,
  meanWeightZ,
  paretoK,
  SNIPS,
  tailCount,
  valueOf,
  wilsonInterval,
  type CalibrationBin,
  type ClipPoint,
  type Diagnostics,
  type LogSums,
  type PolicyRole,
  type WeightBin,
  type WeightDiagnostics,
} from '@keyart/evaluation';
import type { Analysis } from '../analysis';
import type { PolicySupport } from './policy-support';
import { readCumulative } from './read-cumulative';
import { readSums } from './read-sums';

const BIN_ENDS = [0, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const CLIPS = [1, 2, 5, 10, 20, 50, 100, 1000];
const CALIBRATION_BIN_COUNT = 10;
const EVENNESS = 1e-6;
/** Of a value. */
const ROUNDING = 1e-12;

/** What diagnostics are read from beside the table `judged`. */
export interface DiagnosticSources {
  readonly sums: LogSums;
  readonly support: Readonly<Record<PolicyRole, PolicySupport>>;
  readonly hasCandidatePropensities: boolean;
  /** Intervals miss with this probability. */
  readonly alpha: number;
}

/** All of `Diagnostics`, from the tables `log` and `judged`. */
export async function readDiagnostics(analysis: Analysis, sources: DiagnosticSources): Promise<Diagnostics> {
  const { sums, hasCandidatePropensities, support } = sources;
  const target = await weightDiagnostics(analysis, 'target', sources);
  const whole = await analysis.row<{
    reward: number;
    disagreement: number;
    candidates: number;
    isUniform: boolean;
    isBinary: boolean;
  }>(
    `SELECT avg(reward) AS reward, avg(abs(target_weight - baseline_weight)) / 2 AS disagreement, avg(candidate_count) AS candidates, bool_and(abs(propensity * candidate_count - 1) < ${EVENNESS}) AS "isUniform", bool_and(reward IN (0, 1)) AS "isBinary" FROM judged`,
  );
  const hasNone = target.rewardedRowCount === 0 && whole.isBinary;
  return {
    ...target,
    baseline: await weightDiagnostics(analysis, 'baseline', sources),
    meanCandidateCount: round(whole.candidates),
    unsupportedMass: support.target.unsupportedMass,
    disagreementRate: round(whole.disagreement),
    meanReward: round(whole.reward),
    noRewardBound: hasNone ? wilsonInterval(0, Math.floor(target.effectiveSampleSize)) : null,
    weightBins: await weightBins(analysis),
    clipCurve: await clipCurve(analysis),
    cumulative: await readCumulative(analysis, sources.alpha),
    calibration: hasCandidatePropensities ? await calibration(analysis) : [],
    driftZ: await driftZ(analysis),
    agreementZ: agreementZ(sums),
    isUniformLog: whole.isUniform,
  };
}

/** Averages of a parallel scan differ in their last digits from run to run. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}

async function weightDiagnostics(
  analysis: Analysis,
  role: PolicyRole,
  { sums, support }: DiagnosticSources,
): Promise<WeightDiagnostics> {
  const { expected } = support[role];
  const weight = `${role}_weight`;
  const row = await analysis.row<WeightFacts>(
    `SELECT count(*)::DOUBLE AS count, ${exactSum(weight)} AS sum, ${exactSum(`${weight} * ${weight}`)} AS squares, max(${weight}) AS largest, max(${weight} * propensity) / min(propensity) AS possible, (count(*) FILTER (${weight} > 0 AND reward <> 0))::DOUBLE AS rewarded FROM judged`,
  );
  const largest = await analysis.columns(
    `SELECT ${weight} FROM judged ORDER BY ${weight} DESC LIMIT ${tailCount(row.count) + 1}`,
  );
  const k = paretoK(Float64Array.from(largest[0], Number));
  const tail = { maxWeight: row.largest, paretoK: k, possibleWeight: row.possible };
  return {
    sampleCount: row.count,
    memberCount: sums.clusterCount,
    meanWeight: row.sum / row.count,
    expectedMeanWeight: expected?.mean ?? null,
    meanWeightZ: meanWeightZ(sums, { role, expected, tail }),
    effectiveSampleSize: row.squares > 0 ? row.sum ** 2 / row.squares : 0,
    maxWeight: row.largest,
    maxWeightShare: row.sum > 0 ? row.largest / row.sum : 0,
    paretoK: k,
    rewardedRowCount: row.rewarded,
  };
}

interface WeightFacts {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
  readonly largest: number;
  /** The heaviest weight that a row could have had, as far as the log knows. */
  readonly possible: number;
  readonly rewarded: number;
}

async function weightBins(analysis: Analysis): Promise<WeightBin[]> {
  const cases = BIN_ENDS.map((end, i) => `WHEN target_weight <= ${end} THEN ${i}`).join(' ');
  const rows = await analysis.rows<{ bin: number; rowCount: number; largest: number }>(
    `SELECT CASE ${cases} ELSE ${BIN_ENDS.length} END AS bin, count(*)::DOUBLE AS "rowCount", max(target_weight) AS largest FROM judged GROUP BY bin ORDER BY bin`,
  );
  return rows.map(({ bin, rowCount, largest }) => ({ upTo: BIN_ENDS[bin] ?? largest, rowCount }));
}

async function clipCurve(analysis: Analysis): Promise<ClipPoint[]> {
  const sums = CLIPS.map((clip, i) => `${exactSum(`least(target_weight, ${clip}) * reward`)} AS c${i}`);
  const row = await analysis.row<Record<string, number>>(
    `SELECT count(*)::DOUBLE AS count, ${sums.join(', ')} FROM judged`,
  );
  return CLIPS.map((clip, i) => ({ clip, value: row[`c${i}`] / row.count }));
}

async function calibration(analysis: Analysis): Promise<CalibrationBin[]> {
  const bins = await analysis.rows<CalibrationBin & { bin: number }>(
    `SELECT least(floor(p * ${CALIBRATION_BIN_COUNT}), ${CALIBRATION_BIN_COUNT - 1})::INTEGER AS bin, count(*)::DOUBLE AS "candidateCount", ${exactSum('p')} / count(*) AS "meanPropensity", avg((a = action)::INTEGER) AS "shownFraction" FROM (SELECT action, unnest(candidates) AS a, unnest(candidate_propensities) AS p FROM log) GROUP BY bin ORDER BY bin`,
  );
  return bins.map(({ candidateCount, meanPropensity, shownFraction }) => ({
    ...{ candidateCount, meanPropensity, shownFraction: round(shownFraction) },
  }));
}

/** SNIPS of the later half less that of the earlier, by the error of the difference. */
async function driftZ(analysis: Analysis): Promise<number | null> {
  const [late, early] = [
    await readSums(analysis, [SNIPS], { where: 'twentieth > 10', roles: ['target'] }),
    await readSums(analysis, [SNIPS], { where: 'twentieth <= 10', roles: ['target'] }),
  ].map((sums) => (sums.clusterCount > 1 ? deltaMethod(sums, valueOf(SNIPS, 'target')) : null));
  const error = Math.hypot(late?.standardError ?? NaN, early?.standardError ?? NaN);
  return late && early && isKnown(error, late.value, early.value) ? (late.value - early.value) / error : null;
}

function agreementZ(sums: LogSums): number | null {
  const gap = deltaMethod(sums, gapBetween(SNIPS, DR, 'target'));
  const value = deltaMethod(sums, valueOf(SNIPS, 'target'))?.value ?? 0;
  return gap?.standardError && isKnown(gap.standardError, value) ? gap.value / gap.standardError : null;
}

/** Whether an error is more than what rounding leaves of values that do not vary. */
function isKnown(error: number, ...values: readonly number[]): boolean {
  return error > ROUNDING * Math.max(...values.map(Math.abs));
}

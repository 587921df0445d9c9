import { parseArgs } from 'node:util';
import { groupsOf } from '@keyart/common';
import { Analysis } from '@keyart/decision-log';
import {
  adjustByBenjaminiHochberg,
  analyzeExperiment,
  sampleRatio,
  WELCH,
  type ComparisonResult,
  type ExperimentPlan,
} from '@keyart/evaluation';
import { renderTable } from '../../apps/evaluator/src/terminal/table';

/** Weeks in which members were not randomised one by one, by the archive's authors (2013-06-25 to 2014-01-10). */
const FAULT_WEEKS = { first: 201325, last: 201401 } as const;
const LEVELS = [0.05, 0.01, 0.001];

interface Arm {
  readonly test: string;
  readonly week: number;
  /** Headline, lede and excerpt. */
  readonly words: string;
  readonly image: string | null;
  readonly impressions: number;
  readonly clicks: number;
}

/** Real tests of headlines and pictures: does the sample ratio test see what was wrong with them, and what did pictures alone do? */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { upworthy: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  if (!values.upworthy) throw new Error('name the file of the archive: --upworthy FILE');
  const arms = await readArms(values.upworthy);
  const ratios = sampleRatios(arms);
  const pictures = pictureTests(arms);
  if (values.json) console.log(JSON.stringify({ ratios, pictures }));
  else report(ratios, pictures);
}

async function readArms(file: string): Promise<Arm[]> {
  const analysis = await Analysis.open();
  try {
    return await analysis.rows<Arm>(
      `SELECT clickability_test_id AS test, test_week::DOUBLE AS week, concat_ws(chr(10), headline, lede, excerpt) AS words, eyecatcher_id AS image, impressions::DOUBLE AS impressions, clicks::DOUBLE AS clicks FROM read_parquet('${file}') ORDER BY "index"`,
    );
  } finally {
    await analysis.close();
  }
}

type Period = 'before' | 'fault window' | 'after';

function periodOf({ week }: Arm): Period {
  if (week < FAULT_WEEKS.first) return 'before';
  return week <= FAULT_WEEKS.last ? 'fault window' : 'after';
}

interface RatioRow {
  readonly period: Period;
  readonly testCount: number;
  /** Share of tests with p below each of `LEVELS`. */
  readonly flagged: readonly number[];
}

function sampleRatios(arms: readonly Arm[]): RatioRow[] {
  const tests = groupsOf(arms, ({ test }) => test).filter((one) => one.length > 1);
  return (['before', 'fault window', 'after'] as const).map((period) => {
    const pValues = tests
      .filter(([first]) => periodOf(first) === period)
      .map(
        (test) =>
          sampleRatio(test.map(({ impressions }) => ({ count: impressions, expectedShare: 1 }))).pValue ?? 1,
      );
    const flagged = LEVELS.map((level) => pValues.filter((p) => p < level).length / pValues.length);
    return { period, testCount: pValues.length, flagged };
  });
}

interface PictureRow {
  readonly period: 'outside the fault window' | 'fault window';
  /** Groups of arms of one test with the same words and different pictures. */
  readonly groupCount: number;
  readonly comparisonCount: number;
  /** Groups whose sample ratio holds. */
  readonly soundCount: number;
  /** Of those: share in which Holm's correction leaves a difference at 5%. */
  readonly decidedShare: number;
  /** Of their comparisons: share that is a discovery at 5% over all groups. */
  readonly discoveryShare: number;
  /** Median absolute lift of a picture over the first one, and of the lift that would have been seen with 80% power. */
  readonly medianLift: number;
  readonly medianDetectableLift: number;
}

const PLAN: Omit<ExperimentPlan, 'weights'> = {
  ...{
    isRelative: true,
    isCuped: false,
    method: WELCH,
    correction: 'holm',
    alternative: 'two-sided',
    alpha: 0.05,
  },
};

function pictureTests(arms: readonly Arm[]): PictureRow[] {
  const groups = groupsOf(arms, ({ test, words }) => `${test}\n${words}`).filter(differInPictureAlone);
  return [true, false].map((isOutside) => {
    const chosen = groups.filter(([first]) => (periodOf(first) !== 'fault window') === isOutside);
    return { period: isOutside ? 'outside the fault window' : 'fault window', ...summarise(chosen) };
  });
}

function differInPictureAlone(group: readonly Arm[]): boolean {
  const pictures = new Set(group.map(({ image }) => image));
  return (
    group.length > 1 &&
    !pictures.has(null) &&
    pictures.size === group.length &&
    group.every(({ clicks }) => clicks > 0)
  );
}

function summarise(groups: readonly (readonly Arm[])[]): Omit<PictureRow, 'period'> {
  const results = groups.map((group) => {
    const arms = group.map(({ impressions, clicks }, i) => ({
      name: `picture ${i}`,
      n: impressions,
      sum: clicks,
      sumSquares: clicks,
    }));
    const plan = { ...PLAN, weights: group.map(() => 1) };
    return analyzeExperiment(plan, [{ name: 'clicks', type: 'proportion', better: 'higher', arms }]);
  });
  const sound = results.filter(({ sampleRatio: ratio }) => !ratio.isMismatch);
  const compared = sound.flatMap(({ metrics }) => metrics);
  const isDecided = ({ verdict }: ComparisonResult): boolean => verdict === 'better' || verdict === 'worse';
  const discoveries = adjustByBenjaminiHochberg(compared.map(({ pValue }) => pValue)).filter(
    (p) => (p ?? 1) < 0.05,
  );
  return {
    ...{ groupCount: groups.length, comparisonCount: compared.length, soundCount: sound.length },
    decidedShare: sound.filter(({ metrics }) => metrics.some(isDecided)).length / sound.length,
    discoveryShare: discoveries.length / compared.length,
    medianLift: median(compared.map(({ effect }) => Math.abs(effect ?? 0))),
    medianDetectableLift: median(compared.map(({ minimumDetectableEffect }) => minimumDetectableEffect ?? 0)),
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function report(ratios: readonly RatioRow[], pictures: readonly PictureRow[]): void {
  const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
  console.log('Sample ratio test of all arms of a test, equal shares planned');
  const ratioRows = ratios.map(({ period, testCount, flagged }) => [
    period,
    String(testCount),
    ...flagged.map(percent),
  ]);
  console.log(renderTable([['period', 'tests', ...LEVELS.map((level) => `p < ${level}`)], ...ratioRows]));
  console.log(
    '\nArms of a test with the same words and different pictures, each against the first (Welch, Holm within a test)',
  );
  const heading = [
    'period',
    'groups',
    'sound ratio',
    'comparisons',
    'groups decided',
    'discoveries (BH)',
    'median |lift|',
    'median MDE',
  ];
  const pictureRows = pictures.map((row) => [
    ...[row.period, ...[row.groupCount, row.soundCount, row.comparisonCount].map(String)],
    ...[row.decidedShare, row.discoveryShare, row.medianLift, row.medianDetectableLift].map(percent),
  ]);
  console.log(renderTable([heading, ...pictureRows]));
}

void main();

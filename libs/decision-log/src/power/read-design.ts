import type { Analysis } from '../analysis';
import type { PolicySpec } from '../policies/policy-spec';
import { preparePolicy, type PreparedPolicy } from '../policies/policy-table';
import { policySourcesOf, probabilityColumnsOf } from '../policies/policy-sources';
import { prepareValidLog } from '../prepare-log';

/** What is read. */
export interface DesignOptions {
  readonly file: string;
  readonly map?: string;
  readonly baseline: PolicySpec;
  /** null: how far it differs from the baseline is not asked. */
  readonly target: PolicySpec | null;
}

/** What a log says of the comparison that will be made on it. */
export interface LogDesign {
  readonly sampleCount: number;
  /** Candidates a decision, mean; where they were not logged, the actions that were logged of its title. */
  readonly actionCount: number;
  /** The baseline's value by SNIPS; of the logging policy the mean reward. */
  readonly baseRate: number;
  /**
   * Mean total variation between target and baseline, in [0, 1]: of deterministic policies the share of decisions on which they differ. From
   * whole distributions where both are known, otherwise half the mean of |w_target − w_baseline|. null: no target.
   */
  readonly disagreement: number | null;
}

/** Reads candidates, base rate and disagreement off a log. @throws DecisionLogError, LogFaultsError */
export async function readDesign(
  analysis: Analysis,
  { file, map, baseline, target }: DesignOptions,
): Promise<LogDesign> {
  const specs = [baseline, ...(target ? [target] : [])];
  const probabilityColumns = probabilityColumnsOf(specs);
  const prepared = await prepareValidLog(analysis, { file, map, segments: [], probabilityColumns });
  const sources = policySourcesOf(prepared.log, probabilityColumns);
  const base = await preparePolicy(analysis, { role: 'baseline', spec: baseline }, sources);
  const other = target && (await preparePolicy(analysis, { role: 'target', spec: target }, sources));
  const counts = await analysis.row<Record<'rows' | 'actions' | 'rate', number | null>>(
    `SELECT count(*)::DOUBLE AS rows, avg(coalesce(len(candidates), seen.action_count)) AS actions, avg(b.probability / propensity * reward) / nullif(avg(b.probability / propensity), 0) AS rate FROM log JOIN ${base.logged} b USING (row) JOIN (${SEEN}) seen ON seen.title = coalesce(log.title_id, '')`,
  );
  return {
    sampleCount: counts.rows ?? 0,
    actionCount: rounded(counts.actions),
    baseRate: rounded(counts.rate),
    disagreement: other && (await disagreement(analysis, [other, base])),
  };
}

const SEEN =
  "SELECT coalesce(title_id, '') AS title, count(DISTINCT action) AS action_count FROM log GROUP BY title";

async function disagreement(
  analysis: Analysis,
  [target, base]: readonly [PreparedPolicy, PreparedPolicy],
): Promise<number> {
  const byDistribution = `SELECT sum(abs(coalesce(t.probability, 0) - coalesce(b.probability, 0))) / 2 / (SELECT count(*) FROM log) AS d FROM ${target.long} t FULL JOIN ${base.long} b ON t.row = b.row AND t.action = b.action`;
  const byWeights = `SELECT avg(abs(t.probability - b.probability) / log.propensity) / 2 AS d FROM log JOIN ${target.logged} t USING (row) JOIN ${base.logged} b USING (row)`;
  const areWhole = target.long !== null && base.long !== null;
  const { d } = await analysis.row<{ d: number | null }>(areWhole ? byDistribution : byWeights);
  return Math.min(1, rounded(d));
}

/** Sums of a parallel scan differ in their last digits from run to run. */
function rounded(value: number | null): number {
  return Number((value ?? 0).toPrecision(12));
}

import type { RowTerm } from '../estimators/row-term';
import type { LogColumns, PolicyColumns } from '../log/log-columns';
import { extremeRows, type ExtremeSums } from './extreme-sums';

/** Sums by member: all that estimates, their errors and the bootstrap need to know of a log, whoever summed it. */
export interface LogSums {
  /** Members. */
  readonly clusterCount: number;
  /** `[clusterCount]`, rows of each, ≥ 1. */
  readonly rowCounts: Float64Array;
  /** `[clusterCount]`, by a key of the sum's own (`termKey`). */
  readonly sums: ReadonlyMap<string, Float64Array>;
  /** `[clusterCount]`, of each member's id, 32 bits: seeds the bootstrap, so that the order of rows does not matter. */
  readonly seeds: Uint32Array;
  /** Decisions of the heaviest weights with the least and the largest reward: what intervals reckon with beyond what was seen. */
  readonly extremes: ExtremeSums;
}

/** The two policies that a log is read for. */
export type PolicyRole = 'target' | 'baseline';

/** What a term's sum of a policy is called. */
export function termKey(role: PolicyRole, term: RowTerm): string {
  return `${role}: ${term.sql}`;
}

/** What `sumByCluster` sums. */
export interface TermsOfPolicies {
  readonly policies: Readonly<Partial<Record<PolicyRole, PolicyColumns>>>;
  readonly terms: readonly RowTerm[];
}

/** Sums terms by member from columns in memory. @param seeds `[clusterCount]`, see `LogSums` */
export function sumByCluster(
  log: LogColumns,
  { policies, terms }: TermsOfPolicies,
  seeds: Uint32Array,
): LogSums {
  const rowCounts = new Float64Array(log.clusterCount);
  for (let i = 0; i < log.rowCount; i++) rowCounts[log.cluster[i]]++;
  const roles = Object.entries(policies) as [PolicyRole, PolicyColumns][];
  const extreme = extremeRows(
    log,
    roles.map(([, policy]) => policy),
  );
  const sums = new Map<string, Float64Array>();
  const extremes = new Map<string, Float64Array>();
  roles.forEach(([role, policy], i) => {
    for (const term of terms) {
      sums.set(termKey(role, term), sumTerm(log, policy, term));
      extremes.set(termKey(role, term), sumTerm(extreme.log, extreme.policies[i], term));
    }
  });
  return {
    ...{ clusterCount: log.clusterCount, rowCounts, sums, seeds },
    extremes: { count: extreme.log.rowCount, sums: extremes },
  };
}

function sumTerm(log: LogColumns, policy: PolicyColumns, term: RowTerm): Float64Array {
  const sums = new Float64Array(log.clusterCount);
  for (let i = 0; i < log.rowCount; i++) sums[log.cluster[i]] += term.of(log, policy, i);
  return sums;
}

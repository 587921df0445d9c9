import { hash32 } from '@keyart/common';
import {
  memberSumsSql,
  summedTerms,
  termKey,
  type Estimator,
  type ExtremeSums,
  type LogSums,
  type PolicyRole,
  type RowTerm,
} from '@keyart/evaluation';
import type { Analysis } from '../analysis';
import { judgedFor, writeExtremes } from './judged-table';

const ROLES: readonly PolicyRole[] = ['target', 'baseline'];
/** One function of many; any would do. */
const HASH_SEED = 1;

/** Which part of the table `judged` is summed. */
export interface SummedPart {
  /** SQL to pick rows by. */
  readonly where?: string;
  readonly roles?: readonly PolicyRole[];
}

/** Sums by member of all terms of the estimators, for both policies unless only one is asked for. */
export async function readSums(
  analysis: Analysis,
  estimators: readonly Estimator[],
  { where, roles = ROLES }: SummedPart = {},
): Promise<LogSums> {
  const terms = summedTerms(estimators);
  const sums = new Map<string, Float64Array>();
  let members: { ids: string[]; rowCounts: Float64Array } = { ids: [], rowCounts: new Float64Array(0) };
  for (const role of roles) {
    const [ids, rowCounts, ...columns] = await analysis.columns(
      memberSumsSql({ relation: judgedFor(role, { where }), terms }),
    );
    members = { ids: ids as string[], rowCounts: Float64Array.from(rowCounts, Number) };
    terms.forEach((term: RowTerm, j) => sums.set(termKey(role, term), doubles(columns[j])));
  }
  return {
    clusterCount: members.ids.length,
    rowCounts: members.rowCounts,
    sums,
    seeds: Uint32Array.from(members.ids, (id) => hash32(id, HASH_SEED)),
    extremes: await readExtremes(analysis, terms, { where, roles }),
  };
}

async function readExtremes(
  analysis: Analysis,
  terms: readonly RowTerm[],
  { where, roles = ROLES }: SummedPart,
): Promise<ExtremeSums> {
  const table = await writeExtremes(analysis, where);
  const sums = new Map<string, Float64Array>();
  let count = 0;
  for (const role of roles) {
    const [ids, , ...columns] = await analysis.columns(
      memberSumsSql({ relation: judgedFor(role, { table }), terms }),
    );
    count = ids.length;
    terms.forEach((term, j) => sums.set(termKey(role, term), doubles(columns[j])));
  }
  return { count, sums };
}

/** Nothing becomes NaN: an estimator that reads it is not defined. */
function doubles(column: readonly unknown[]): Float64Array {
  return Float64Array.from(column, (value) => (value === null ? NaN : Number(value)));
}

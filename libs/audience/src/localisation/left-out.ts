import type { Candidate } from './candidate';
import type { PlanLedger } from './plan-ledger';
import type { LeftOutReason } from '@keyart/contracts';
import type { LeftOutItem, WorkItem } from './work-item';

/** Work that is not in a plan, each with what it would add to the whole plan and why it is not in it; largest net value first. */
export function leftOutOf(candidates: readonly Candidate[], plan: PlanLedger): LeftOutItem[] {
  return candidates
    .map((candidate) => plan.look(candidate))
    .map((item) => ({ ...item, why: whyLeftOut(item) }))
    .sort((a, b) => b.netValue - a.netValue || (keyOf(a) < keyOf(b) ? -1 : 1));
}

function whyLeftOut({ viewers, netValue }: WorkItem): LeftOutReason {
  if (viewers.value === 0) return 'adds-nothing';
  return netValue > 0 ? 'over-budget' : 'costs-more-than-it-brings';
}

function keyOf({ kind, language, country }: WorkItem): string {
  return `${kind}:${language ?? country}`;
}

import { assignmentFraction } from '@keyart/common';
import type { ExportContext } from '../context/export-context';
import type { Exclusion } from './exclusion';
import type { ExportDecision } from './export-decision';

/** Version of the rule that draws validation members where the context marks none. */
export const VALIDATION_SPLIT_VERSION = 'training-split/1';

/** The parts of an export. */
export const SIDES = ['train', 'validation'] as const;

/** One of the parts. */
export type Side = (typeof SIDES)[number];

/** What divides decisions, by member and by time. */
export interface SplitRule {
  /** `marked`: `isHeldOut` of the viewers says whose; `drawn`: a salted hash of the id does. */
  readonly members: 'marked' | 'drawn';
  /** Share of the members that is drawn, in (0, 1). */
  readonly validationShare: number;
  readonly seed: string;
  /** First moment that training members' rows are not taken from; null: none. */
  readonly cutAtMs: number | null;
  /** Whether a decision is kept for a holdout, from both sides. */
  isKeptForHoldout(decision: ExportDecision): boolean;
}

/** Members never cross: `validation` holds all decisions of held-out members, `train` those of the others before the cut. */
export function sideOf(rule: SplitRule, context: ExportContext, decision: ExportDecision): Side | Exclusion {
  if (rule.isKeptForHoldout(decision)) return 'outside-training-side';
  if (isValidationMember(rule, context, decision.userId)) return 'validation';
  if (context.titles.get(decision.titleId)?.isHeldOut) return 'held-out-title';
  return rule.cutAtMs !== null && decision.atMs >= rule.cutAtMs ? 'after-cut' : 'train';
}

/** Whether the side is one, not a reason. */
export function isSide(side: Side | Exclusion): side is Side {
  return (SIDES as readonly string[]).includes(side);
}

function isValidationMember(rule: SplitRule, { viewers }: ExportContext, userId: string): boolean {
  return rule.members === 'marked'
    ? (viewers.get(userId)?.isHeldOut ?? false)
    : assignmentFraction(`${VALIDATION_SPLIT_VERSION}/${rule.seed}`, userId) < rule.validationShare;
}

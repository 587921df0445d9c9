import { pointwiseBranches } from '@keyart/llm';
import type { Exclusion } from '../decisions/exclusion';
import { isEngaged, type ExportDecision } from '../decisions/export-decision';
import { importanceOf } from '../decisions/importance';
import { optionSetOf, type OptionSet } from './option-set';
import type { RowPlan } from './row-plan';
import { notTakenTarget, takenTarget } from './soft-target';
import { tokenCountOf } from './token-count';
import {
  LOG_STAGE,
  type ChoiceSoftmaxFields,
  type DraftRow,
  type PointwiseSoftmaxFields,
} from './training-row';

/** A letter, its stop and the line break. */
const OPTION_LEAD_TOKENS = 3;

/**
 * Label softmax: a row a decision taken, with weight × quality of the take. Pointwise, a decision not taken is a row, too, unless negatives
 * are off; in a choice nothing says what should have been answered instead.
 */
export function softmaxRows(plan: RowPlan, decision: ExportDecision): DraftRow[] | Exclusion {
  const isTaken = isEngaged(decision);
  const { formulation } = plan.settings.prompt;
  if (!isTaken && (formulation === 'choice' || !plan.settings.hasNegatives)) return 'not-engaged';
  const options = optionSetOf(plan, decision);
  const { weight, isClipped } = importanceOf(decision, plan.settings.maxWeight);
  const count = options.artworkIds.length;
  const target = isTaken
    ? takenTarget(plan, decision, options.artworkIds)
    : notTakenTarget(count, options.shownAt);
  const { fields, tokenCount } =
    formulation === 'choice'
      ? choiceFields(decision, options, target)
      : pointwiseFields(decision, options, target);
  return [
    {
      ...{ fields, tokenCount, isClipped, slot: { place: options.shownAt, count }, label: null },
      weight: weight * (isTaken ? decision.reward : plan.survey.notTakenScale),
      evidence: isTaken ? 'shown-engaged' : 'shown-not-engaged',
    },
  ];
}

interface Measured<T> {
  readonly fields: T;
  readonly tokenCount: number;
}

function pointwiseFields(
  { decisionId: id }: ExportDecision,
  { parts }: OptionSet,
  target: readonly number[],
): Measured<PointwiseSoftmaxFields> {
  const { prefix, labels } = parts;
  const branches = pointwiseBranches(parts);
  return {
    fields: { ...{ id, stage: LOG_STAGE, formulation: 'pointwise' }, prefix, branches, labels, target },
    tokenCount: tokensIn([prefix, ...branches]),
  };
}

function choiceFields(
  { decisionId: id }: ExportDecision,
  { parts }: OptionSet,
  target: readonly number[],
): Measured<ChoiceSoftmaxFields> {
  const { prefix, lines: options, suffix, labels } = parts;
  return {
    fields: { ...{ id, stage: LOG_STAGE, formulation: 'choice' }, prefix, options, suffix, labels, target },
    tokenCount: tokensIn([prefix, ...options, suffix]) + OPTION_LEAD_TOKENS * options.length,
  };
}

function tokensIn(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + tokenCountOf(text), 0);
}

import { pointwiseBranches } from '@keyart/llm';
import type { Exclusion } from '../decisions/exclusion';
import { isEngaged, type ExportDecision } from '../decisions/export-decision';
import { importanceOf } from '../decisions/importance';
import { optionSetOf, type OptionSet } from './option-set';
import type { RowPlan } from './row-plan';
import { notTakenTarget, takenTarget } from './soft-target';
import {
  LOG_STAGE,
  type ChoiceSoftmaxFields,
  type DraftRow,
  type PointwiseSoftmaxFields,
} from './training-row';

/** Characters of a letter, its stop, the blank and the line break. */
const OPTION_LEAD_LENGTH = 4;

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
  const { fields, characterCount } =
    formulation === 'choice'
      ? choiceFields(decision, options, target)
      : pointwiseFields(decision, options, target);
  return [
    {
      ...{ fields, characterCount, isClipped, slot: { place: options.shownAt, count }, label: null },
      weight: weight * (isTaken ? decision.reward : plan.survey.notTakenScale),
      evidence: isTaken ? 'shown-engaged' : 'shown-not-engaged',
    },
  ];
}

interface Measured<T> {
  readonly fields: T;
  readonly characterCount: number;
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
    characterCount: lengthOf([prefix, ...branches]),
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
    characterCount: lengthOf([prefix, ...options, suffix]) + OPTION_LEAD_LENGTH * options.length,
  };
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

import type { Exclusion } from '../decisions/exclusion';
import { isEngaged, type ExportDecision } from '../decisions/export-decision';
import { importanceOf } from '../decisions/importance';
import { labelFor, optionSetOf, promptAbout, type OptionSet } from './option-set';
import { factualRationale } from './rationale';
import type { RowPlan } from './row-plan';
import { tokenCountOf } from './token-count';
import type { DraftRow } from './training-row';

/**
 * SFT: the label of what was taken, and pointwise `No` for what was not, unless negatives are off; with reasoning the label stands first,
 * so that serving stays one token.
 */
export function completionRows(plan: RowPlan, decision: ExportDecision): DraftRow[] | Exclusion {
  const isTaken = isEngaged(decision);
  const { recipe, prompt: settings, hasNegatives, maxWeight } = plan.settings;
  if (!isTaken && (settings.formulation === 'choice' || !hasNegatives)) return 'not-engaged';
  if (recipe === 'sft-reasoning' && !hasRationale(plan, decision)) return 'no-rationale';
  const options = optionSetOf(plan, decision);
  const label = isTaken ? labelFor(options, plan, options.shownAt) : options.parts.labels[1];
  const completion = recipe === 'sft-reasoning' ? `${label}. ${rationaleOf(plan, decision, options)}` : label;
  const prompt = promptAbout(options, plan, options.shownAt);
  const { weight, isClipped } = importanceOf(decision, maxWeight);
  return [
    {
      fields: { prompt, completion },
      weight: weight * (isTaken ? decision.reward : plan.survey.notTakenScale),
      evidence: isTaken ? 'shown-engaged' : 'shown-not-engaged',
      ...{ isClipped, slot: slotOf(plan, options), label },
      tokenCount: tokenCountOf(prompt) + tokenCountOf(completion),
    },
  ];
}

/** KTO: the label of the picture shown, wanted or not. */
export function judgedRows(plan: RowPlan, decision: ExportDecision): DraftRow[] {
  const isTaken = isEngaged(decision);
  const options = optionSetOf(plan, decision);
  const prompt = promptAbout(options, plan, options.shownAt);
  const completion = labelFor(options, plan, options.shownAt);
  const { weight, isClipped } = importanceOf(decision, plan.settings.maxWeight);
  return [
    {
      fields: { prompt, completion, label: isTaken },
      weight: weight * (isTaken ? decision.reward : 1),
      evidence: isTaken ? 'shown-engaged' : 'shown-not-engaged',
      ...{ isClipped, slot: slotOf(plan, options), label: completion },
      tokenCount: tokenCountOf(prompt) + tokenCountOf(completion),
    },
  ];
}

/** Pointwise prompts show one picture: it has no place among others. */
export function slotOf({ settings }: RowPlan, { artworkIds, shownAt }: OptionSet): DraftRow['slot'] {
  return settings.prompt.formulation === 'choice' ? { place: shownAt, count: artworkIds.length } : null;
}

function hasRationale({ rationales }: RowPlan, { decisionId }: ExportDecision): boolean {
  return rationales.kind === 'facts' || rationales.byDecision.has(decisionId);
}

function rationaleOf({ rationales }: RowPlan, decision: ExportDecision, options: OptionSet): string {
  const shown = options.parts.lines[options.shownAt];
  return rationales.kind === 'facts'
    ? factualRationale(options.viewer.taste, shown, isEngaged(decision))
    : (rationales.byDecision.get(decision.decisionId) ?? '');
}

import { createRandom, shuffled } from '@keyart/common';
import {
  joinChoice,
  pointwiseBranches,
  splitPrompts,
  type PromptViewer,
  type SplitPrompts,
} from '@keyart/llm';
import type { ExportDecision } from '../decisions/export-decision';
import type { RowPlan } from './row-plan';

/** A decision's candidates in a drawn order, and its prompts in parts. */
export interface OptionSet {
  /** `[K]`. */
  readonly artworkIds: readonly string[];
  /** Place of the artwork shown. */
  readonly shownAt: number;
  readonly viewer: PromptViewer;
  readonly parts: SplitPrompts;
}

/**
 * Renders a decision for the viewer as known then. The order depends on seed and decision alone: places say nothing of pictures.
 * All ids must be known, and no more candidates than letters for a choice.
 */
export function optionSetOf(plan: RowPlan, decision: ExportDecision): OptionSet {
  const { settings, context } = plan;
  const title = found(context.titles, decision.titleId);
  const viewer = found(context.viewers, decision.userId).at(decision.atMs);
  const artworkIds = shuffled(decision.candidates, createRandom(`${settings.seed}/${decision.decisionId}`));
  const captions = artworkIds.map((id) => found(context.artworks, id).caption);
  const parts = splitPrompts(settings.prompt, { viewer, title, captions });
  return { artworkIds, shownAt: artworkIds.indexOf(decision.action), viewer, parts };
}

/** The prompt that asks about a candidate: with all options (choice), or with it alone. */
export function promptAbout({ parts }: OptionSet, plan: RowPlan, place: number): string {
  return plan.settings.prompt.formulation === 'choice'
    ? joinChoice(parts)
    : parts.prefix + pointwiseBranches({ lines: [parts.lines[place]], suffix: parts.suffix })[0];
}

/** What the model would say to speak for a candidate. */
export function labelFor({ parts }: OptionSet, plan: RowPlan, place: number): string {
  return plan.settings.prompt.formulation === 'choice' ? parts.labels[place] : parts.labels[0];
}

function found<T>(known: ReadonlyMap<string, T>, id: string): T {
  const one = known.get(id);
  if (one === undefined) throw new Error(`${id} was not surveyed`);
  return one;
}

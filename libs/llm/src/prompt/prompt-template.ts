import type { Formulation } from '@keyart/contracts';

/** The parts every prompt is made of, in the order they are rendered. */
export interface PromptParts {
  /** Static instructions, the same for all viewers. */
  readonly instructions: string;
  /** Viewer, title, then options or candidate. */
  readonly body: string;
  /** What the answer begins with; the label is the next token. */
  readonly answerLead: string;
}

/** How a model family wants its turns marked. Belongs to the model's manifest entry. */
export interface PromptTemplate {
  readonly name: string;
  /** Tastes as lists of words (default), or as pictures answered before, which small models follow sooner; then the question stands first. */
  readonly tastesAs?: 'lists' | 'examples';
  /**
   * Pointwise: whether a candidate is put to the model with its viewer (default), or captions alone (what do they show?) and viewers alone
   * (do pictures of each theme fit?), from which candidates' scores are summed; see `scoreThroughThemes`.
   */
  readonly asks?: 'candidates' | 'themes';
  /** Whether a title's prompt says in one line what similar titles taught (`PromptTitle.insight`); default: it does not. */
  readonly tellsInsights?: boolean;
  /** Text put before the label, per formulation; empty: the label stands first in the answer. */
  readonly answerLeads: Readonly<Record<Formulation, string>>;
  /** The prompt, byte for byte stable: prompts whose bodies share a beginning share it here too. */
  wrap(parts: PromptParts): string;
}

/** Labels as the model will spell them: with a leading blank after a lead, bare at the start of a turn. */
export function spellLabels(
  template: PromptTemplate,
  formulation: Formulation,
  labels: readonly string[],
): string[] {
  const blank = template.answerLeads[formulation] === '' ? '' : ' ';
  return labels.map((label) => `${blank}${label}`);
}

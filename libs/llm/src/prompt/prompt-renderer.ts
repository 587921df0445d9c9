import type { Formulation } from '@keyart/contracts';
import { LLM_INPUT_CODES, LlmInputError } from '../errors';
import { renderCaption } from './candidate-part';
import type { PromptTemplate } from './prompt-template';
import { spellLabels } from './prompt-template';
import { renderTitle, type PromptTitle } from './title-part';
import { TITLE_TEMPLATE } from './title-template';
import { renderViewer, type PromptViewer } from './viewer-part';

/** Prompts of one title and the labels to read after each. */
export interface RenderedTitle {
  /** One prompt (choice) or one per caption (pointwise). */
  readonly prompts: readonly string[];
  /** Labels of every prompt, `[K]` letters in option order (choice) or yes and no (pointwise). */
  readonly labels: readonly string[];
}

/** A title and its candidates' captions in the order the model shall see them. */
export interface PromptCase {
  readonly viewer: PromptViewer;
  readonly title: PromptTitle;
  readonly captions: readonly string[];
}

/** Settings that, with the template's text, decide every byte of a prompt. */
export interface PromptSettings {
  readonly template: PromptTemplate;
  readonly formulation: Formulation;
  /** Cap of the viewer's history, tokens. */
  readonly historyTokens: number;
  /** Cap of the title's synopsis, tokens; default `SYNOPSIS_TOKENS`. */
  readonly synopsisTokens?: number;
}

/**
 * Renders a title's prompts: instructions → viewer → title and question → options (choice) or candidate (pointwise).
 * Everything up to the title is the same for all titles of a viewer, everything up to the candidate for all candidates of a title.
 * @throws LlmInputError `LLM_TOO_MANY_CANDIDATES` for more than 26 options
 */
export function renderPrompts(
  settings: PromptSettings,
  { viewer, title, captions }: PromptCase,
): RenderedTitle {
  const { template, formulation, historyTokens, synopsisTokens } = settings;
  const question = TITLE_TEMPLATE.questions[formulation];
  const shared = `${renderViewer(viewer, historyTokens)}\n\n${renderTitle(title, synopsisTokens)}\n${question}\n`;
  const wrap = (tail: string): string =>
    template.wrap({
      instructions: TITLE_TEMPLATE.instructions,
      body: shared + tail,
      answerLead: template.answerLeads[formulation],
    });
  const lines = captions.map(renderCaption);
  return formulation === 'choice'
    ? {
        prompts: [wrap(lines.map((line, slot) => `${letters(lines.length)[slot]}. ${line}`).join('\n'))],
        labels: spellLabels(template, formulation, letters(captions.length)),
      }
    : {
        prompts: lines.map((line) => wrap(`Picture: ${line}`)),
        labels: spellLabels(template, formulation, TITLE_TEMPLATE.pointwiseLabels),
      };
}

function letters(count: number): string[] {
  if (count <= TITLE_TEMPLATE.letters.length) return [...TITLE_TEMPLATE.letters.slice(0, count)];
  throw new LlmInputError(
    LLM_INPUT_CODES.tooManyCandidates,
    `${count} candidates, but a choice has ${TITLE_TEMPLATE.letters.length} letters; pre-select`,
  );
}

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

/** A title's prompts taken apart, as training rows hold them. */
export interface SplitPrompts {
  /** Instructions, viewer, title and question, with the line break after it: the same for all candidates. */
  readonly prefix: string;
  /** A line a candidate in the order given, without letter, `[K]`. */
  readonly lines: readonly string[];
  /** What follows the options (choice) or the candidate (pointwise), up to the label. */
  readonly suffix: string;
  /** As in `RenderedTitle`. */
  readonly labels: readonly string[];
}

/** Stands for the candidates while the text around them is rendered; `promptText` leaves no control character. */
const CANDIDATES_MARK = '\u0000';

/**
 * What `renderPrompts` puts together.
 * @throws LlmInputError `LLM_TOO_MANY_CANDIDATES` for more than 26 options
 */
export function splitPrompts(
  { template, formulation, historyTokens, synopsisTokens }: PromptSettings,
  { viewer, title, captions }: PromptCase,
): SplitPrompts {
  const question = TITLE_TEMPLATE.questions[formulation];
  const { tastesAs } = template;
  const viewerPart = renderViewer(viewer, { historyTokens, tastesAs });
  const titlePart = renderTitle(title, { synopsisTokens, tellsInsights: template.tellsInsights });
  const shared =
    tastesAs === 'examples'
      ? `${question}\n${viewerPart}\n\n${titlePart}\n`
      : `${viewerPart}\n\n${titlePart}\n${question}\n`;
  const [prefix, suffix] = around({ template, formulation }, shared);
  const labels = formulation === 'choice' ? letters(captions.length) : TITLE_TEMPLATE.pointwiseLabels;
  return {
    ...{ prefix, lines: captions.map(renderCaption), suffix },
    labels: spellLabels(template, formulation, labels),
  };
}

/** What stands before and after the candidates. @param shared text before them, in the user's turn */
export function around(
  { template, formulation }: Pick<PromptSettings, 'template' | 'formulation'>,
  shared: string,
): string[] {
  const wrapped = template.wrap({
    instructions: TITLE_TEMPLATE.instructions,
    body: shared + CANDIDATES_MARK,
    answerLead: template.answerLeads[formulation],
  });
  return wrapped.split(CANDIDATES_MARK);
}

/** The one prompt of a choice. */
export function joinChoice({ prefix, lines, suffix }: Omit<SplitPrompts, 'labels'>): string {
  const options = lines.map((line, slot) => `${TITLE_TEMPLATE.letters[slot]}. ${line}`);
  return `${prefix}${options.join('\n')}${suffix}`;
}

/** What follows the prefix for each candidate of a pointwise title, `[K]`. */
export function pointwiseBranches({ lines, suffix }: Pick<SplitPrompts, 'lines' | 'suffix'>): string[] {
  return lines.map((line) => `Picture: ${line}${suffix}`);
}

/**
 * Renders a title's prompts: instructions → viewer → title and question → options (choice) or candidate (pointwise).
 * Everything up to the title is the same for all titles of a viewer, everything up to the candidate for all candidates of a title.
 * @throws LlmInputError `LLM_TOO_MANY_CANDIDATES` for more than 26 options
 */
export function renderPrompts(settings: PromptSettings, promptCase: PromptCase): RenderedTitle {
  const { labels, ...parts } = splitPrompts(settings, promptCase);
  return settings.formulation === 'choice'
    ? { prompts: [joinChoice(parts)], labels }
    : { prompts: pointwiseBranches(parts).map((branch) => parts.prefix + branch), labels };
}

function letters(count: number): string[] {
  if (count <= TITLE_TEMPLATE.letters.length) return [...TITLE_TEMPLATE.letters.slice(0, count)];
  throw new LlmInputError(
    LLM_INPUT_CODES.tooManyCandidates,
    `${count} candidates, but a choice has ${TITLE_TEMPLATE.letters.length} letters; pre-select`,
  );
}

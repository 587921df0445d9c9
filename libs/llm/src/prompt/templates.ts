import { LLM_INPUT_CODES, LlmInputError } from '../errors';
import type { PromptTemplate } from './prompt-template';

/** Pointwise: after the lead the untuned models put most of their mass on the two words (see docs in TITLE_TEMPLATE). */
const TURN_LEADS = { choice: '', pointwise: 'Answer:' } as const;

/** ChatML turns (SmolLM2, Qwen). */
export const CHATML_TEMPLATE: PromptTemplate = {
  name: 'chatml',
  answerLeads: TURN_LEADS,
  wrap: ({ instructions, body, answerLead }) =>
    `<|im_start|>system\n${instructions}<|im_end|>\n<|im_start|>user\n${body}<|im_end|>\n` +
    `<|im_start|>assistant\n${answerLead}`,
};

/** Llama 3.1 turns, rendered by us: the server's own template injects a date and so breaks prefix reuse daily. */
export const LLAMA_31_TEMPLATE: PromptTemplate = {
  name: 'llama-3.1',
  answerLeads: TURN_LEADS,
  wrap: ({ instructions, body, answerLead }) =>
    `<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\n${instructions}<|eot_id|>` +
    `<|start_header_id|>user<|end_header_id|>\n\n${body}<|eot_id|>` +
    `<|start_header_id|>assistant<|end_header_id|>\n\n${answerLead}`,
};

/** The same with a line of what similar titles taught: for adapters that were trained on it. */
export const LLAMA_31_INSIGHTS_TEMPLATE: PromptTemplate = {
  ...LLAMA_31_TEMPLATE,
  name: 'llama-3.1-insights',
  tellsInsights: true,
};

/** No markers: base models, and chat routes that wrap the text themselves. */
export const PLAIN_TEMPLATE: PromptTemplate = {
  name: 'plain',
  answerLeads: { choice: 'Answer:', pointwise: 'Answer:' },
  wrap: ({ instructions, body, answerLead }) => `${instructions}\n\n${body}\n${answerLead}`,
};

/**
 * ChatML around questions that are answered in one turn, tastes among them, asked through themes: a small model learns either part
 * in minutes, and both at once not in hours.
 */
export const CHATML_THEMES_TEMPLATE: PromptTemplate = {
  name: 'chatml-themes',
  tastesAs: 'examples',
  asks: 'themes',
  answerLeads: { choice: 'Answer:', pointwise: 'Answer:' },
  wrap: ({ instructions, body, answerLead }) =>
    `<|im_start|>system\n${instructions}<|im_end|>\n<|im_start|>user\n${body} ${answerLead}`,
};

/** Names a manifest may use. */
export const TEMPLATE_NAMES = [
  'llama-3.1',
  'llama-3.1-insights',
  'chatml',
  'chatml-themes',
  'plain',
] as const;

/** One of the template names. */
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

const TEMPLATES: readonly PromptTemplate[] = [
  LLAMA_31_TEMPLATE,
  LLAMA_31_INSIGHTS_TEMPLATE,
  CHATML_TEMPLATE,
  CHATML_THEMES_TEMPLATE,
  PLAIN_TEMPLATE,
];

/**
 * The template of that name.
 * @throws LlmInputError `LLM_BAD_SETTING` for an unknown name
 */
export function templateByName(name: string): PromptTemplate {
  const found = TEMPLATES.find((template) => template.name === name);
  if (found) return found;
  throw new LlmInputError(
    LLM_INPUT_CODES.badSetting,
    `unknown prompt template ${JSON.stringify(name)}; known: ${TEMPLATE_NAMES.join(', ')}`,
  );
}

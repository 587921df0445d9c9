import type { Formulation } from '@keyart/contracts';
import type { PromptSettings } from './prompt-renderer';
import { templateByName } from './templates';

/** What of a model's description decides its prompts. */
export interface PromptDescription {
  readonly template: string;
  readonly formulation: Formulation;
  readonly historyTokens: number;
  readonly synopsisTokens?: number;
}

/** The settings under which a model's prompts are rendered. @throws LlmInputError `LLM_BAD_SETTING` for an unknown template */
export function promptSettingsOf(description: PromptDescription): PromptSettings {
  const { template, formulation, historyTokens, synopsisTokens } = description;
  return { template: templateByName(template), formulation, historyTokens, synopsisTokens };
}

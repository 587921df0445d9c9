import type { LabelScore } from '../label-scorer';
import { readOllamaAnswer } from './ollama-answer';
import { OnePromptScorer, type PromptQuestion } from './one-prompt-scorer';
import { withoutBeginOfText } from './without-begin-of-text';

/** The server refuses more. */
const TOP_LOGPROBS = 20;

/**
 * Ollama's generate route (0.12.11 or newer), past its own template: one call a prompt. Tokens are reported by text, and only the 20
 * likeliest: a label not among them carries an upper bound and is named as missing.
 */
export class OllamaLabelScorer extends OnePromptScorer {
  readonly modelVersion = `ollama:${this.options.model}`;

  protected async scorePrompt({ prompt, labels, signal }: PromptQuestion): Promise<LabelScore> {
    const body = {
      model: this.options.model,
      prompt: withoutBeginOfText(prompt),
      raw: true,
      stream: false,
      logprobs: true,
      top_logprobs: TOP_LOGPROBS,
      options: { num_predict: 1, temperature: 0 },
    };
    return readOllamaAnswer(await this.endpoint.post('/api/generate', body, signal), labels);
  }
}

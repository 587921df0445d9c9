import type { LabelScore } from '../label-scorer';
import { readChatCompletion } from './chat-answer';
import { OnePromptScorer, type PromptQuestion } from './one-prompt-scorer';

const TOP_LOGPROBS = 20;

/**
 * An OpenAI-like chat route: one call a prompt, the prompt as one user message (use the `plain` template: the server marks the turns).
 * Only the 20 likeliest tokens are reported: a label not among them carries an upper bound and is named as missing.
 */
export class OpenAiChatLabelScorer extends OnePromptScorer {
  readonly modelVersion = `chat:${this.options.model}`;

  protected async scorePrompt({ prompt, labels, signal }: PromptQuestion): Promise<LabelScore> {
    const body = {
      model: this.options.model,
      messages: [{ role: 'user', content: prompt }],
      max_tokens: 1,
      temperature: 0,
      logprobs: true,
      top_logprobs: TOP_LOGPROBS,
    };
    return readChatCompletion(await this.endpoint.post('/v1/chat/completions', body, signal), labels);
  }
}

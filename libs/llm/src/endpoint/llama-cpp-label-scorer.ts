import type { LabelScore } from '../label-scorer';
import type { EndpointOptions } from './endpoint-options';
import { LabelTokenIds } from './label-token-ids';
import { readCompletion } from './llama-cpp-answer';
import { OnePromptScorer, type PromptQuestion } from './one-prompt-scorer';
import { withoutBeginOfText } from './without-begin-of-text';

/** Likeliest tokens asked for: enough that a label beyond them weighs nothing. */
const TOP_PROBABILITIES = 256;

/**
 * llama.cpp's completion route: one call a prompt, the server keeps the prefix in its slot. The 256 likeliest tokens are reported by id;
 * a label beyond them carries an upper bound and is named as missing.
 */
export class LlamaCppLabelScorer extends OnePromptScorer {
  readonly modelVersion = `llama.cpp:${this.options.model}`;
  private readonly tokenIds: LabelTokenIds;

  constructor(options: EndpointOptions) {
    super(options);
    const body = (content: string): object => ({ content, add_special: false });
    this.tokenIds = new LabelTokenIds(this.endpoint, body, options);
  }

  protected async scorePrompt({ prompt, labels, signal }: PromptQuestion): Promise<LabelScore> {
    const ids = await this.tokenIds.of(labels, signal);
    const body = {
      model: this.options.model,
      prompt: withoutBeginOfText(prompt),
      n_predict: 1,
      temperature: 0,
      n_probs: TOP_PROBABILITIES,
      cache_prompt: true,
    };
    return readCompletion(await this.endpoint.post('/completion', body, signal), { labels, ids });
  }
}

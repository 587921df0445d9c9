import type { LabelScore } from '../label-scorer';
import type { EndpointOptions } from './endpoint-options';
import { LabelTokenIds, tokenizeBodyOf } from './label-token-ids';
import { OnePromptScorer, type PromptQuestion } from './one-prompt-scorer';
import { readGenerated } from './sglang-answer';
import { withoutBeginOfText } from './without-begin-of-text';

/** SGLang's generate route: one call a prompt (its radix cache keeps the prefix), exact log-probabilities of the labels by token id. */
export class SglangLabelScorer extends OnePromptScorer {
  readonly modelVersion = `sglang:${this.options.model}`;
  private readonly tokenIds: LabelTokenIds;

  constructor(options: EndpointOptions) {
    super(options);
    this.tokenIds = new LabelTokenIds(this.endpoint, tokenizeBodyOf(options.model), options);
  }

  protected async scorePrompt({ prompt, labels, signal }: PromptQuestion): Promise<LabelScore> {
    const ids = await this.tokenIds.of(labels, signal);
    const body = {
      text: withoutBeginOfText(prompt),
      sampling_params: { max_new_tokens: 1, temperature: 0 },
      return_logprob: true,
      // Only the new token's: earlier ones would be evaluated without the cache.
      logprob_start_len: -1,
      token_ids_logprob: ids,
    };
    return readGenerated(await this.endpoint.post('/generate', body, signal), { labels, ids });
  }
}

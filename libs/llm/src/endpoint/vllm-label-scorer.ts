import type { LabelScore, LabelScorer, LabelScoreRequest } from '../label-scorer';
import { checkScoreRequest } from '../score-request';
import type { EndpointOptions } from './endpoint-options';
import { JsonEndpoint } from './json-endpoint';
import { LabelTokenIds } from './label-token-ids';
import { readCompletions } from './vllm-answer';

/** Servers that do not know `logprob_token_ids` answer with this many likeliest tokens instead; their own upper limit. */
const TOP_LOGPROBS = 20;

/**
 * vLLM's completions route: all prompts in one call (the server shares their prefix), one token each, log-probabilities of the labels by token id.
 * Exact where the server knows `logprob_token_ids`; older ones report the 20 likeliest tokens, labels beyond carry an upper bound and are missing.
 */
export class VllmLabelScorer implements LabelScorer {
  readonly modelVersion: string;
  private readonly endpoint: JsonEndpoint;
  private readonly tokenIds: LabelTokenIds;

  /** @throws LlmInputError `LLM_BAD_SETTING` for an unusable URL */
  constructor(private readonly options: EndpointOptions) {
    this.modelVersion = `vllm:${options.model}`;
    this.endpoint = new JsonEndpoint(options);
    this.tokenIds = new LabelTokenIds(this.endpoint, options);
  }

  async score(request: LabelScoreRequest): Promise<LabelScore[]> {
    checkScoreRequest(request);
    if (request.prompts.length === 0) return [];
    const distinct = [...new Set(request.labels.flat())];
    const ids = await this.tokenIds.of(distinct, request.signal);
    const idOf = new Map(distinct.map((label, i) => [label, ids[i] as number]));
    const answer = await this.endpoint.post(
      '/v1/completions',
      this.body(request.prompts, ids),
      request.signal,
    );
    const wanted = request.labels.map((labels) => ({
      labels,
      ids: labels.map((label) => idOf.get(label) as number),
    }));
    return readCompletions(answer, wanted);
  }

  close(): Promise<void> {
    this.endpoint.close();
    return Promise.resolve();
  }

  private body(prompts: readonly string[], ids: readonly number[]): object {
    return {
      model: this.options.model,
      prompt: prompts,
      max_tokens: 1,
      temperature: 0,
      logprobs: TOP_LOGPROBS,
      logprob_token_ids: ids,
      return_tokens_as_token_ids: true,
      // The rendered prompt begins with its own beginning-of-text token.
      add_special_tokens: false,
    };
  }
}

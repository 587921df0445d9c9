import { LlmError } from '../errors';
import type { LabelScore, LabelScorer, LabelScoreRequest } from '../label-scorer';
import { checkScoreRequest } from '../score-request';
import type { EndpointOptions } from './endpoint-options';
import { JsonEndpoint } from './json-endpoint';
import { LabelTokenIds, tokenizeBodyOf } from './label-token-ids';
import { readCompletions } from './vllm-answer';

/** Servers that do not know `logprob_token_ids` answer with this many likeliest tokens instead; their own upper limit. */
const TOP_LOGPROBS = 20;
const BAD_REQUEST = 400;
const UNPROCESSABLE = 422;

/**
 * vLLM's completions route: all prompts in one call (the server shares their prefix), one token each, log-probabilities of the labels by token id.
 * Exact where the server knows `logprob_token_ids`; older ones (they ignore or refuse it) report the 20 likeliest tokens, labels beyond
 * carry an upper bound and are missing.
 */
export class VllmLabelScorer implements LabelScorer {
  readonly modelVersion: string;
  private readonly endpoint: JsonEndpoint;
  private readonly tokenIds: LabelTokenIds;
  private isRefusingTokenIds = false;

  /** @throws LlmInputError `LLM_BAD_SETTING` for an unusable URL */
  constructor(private readonly options: EndpointOptions) {
    this.modelVersion = `vllm:${options.model}`;
    this.endpoint = new JsonEndpoint(options);
    this.tokenIds = new LabelTokenIds(this.endpoint, tokenizeBodyOf(options.model), options);
  }

  async score(request: LabelScoreRequest): Promise<LabelScore[]> {
    checkScoreRequest(request);
    if (request.prompts.length === 0) return [];
    const distinct = [...new Set(request.labels.flat())];
    const ids = await this.tokenIds.of(distinct, request.signal);
    const idOf = new Map(distinct.map((label, i) => [label, ids[i] as number]));
    const answer = await this.complete(request, ids);
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

  /** A refusal may be about the field or about the call; only where the call passes without it was it the field. */
  private async complete({ prompts, signal }: LabelScoreRequest, ids: readonly number[]): Promise<unknown> {
    const ask = (fields: object): Promise<unknown> =>
      this.endpoint.post('/v1/completions', { ...this.body(prompts), ...fields }, signal);
    if (this.isRefusingTokenIds) return ask({});
    try {
      return await ask({ logprob_token_ids: ids });
    } catch (error) {
      if (!isBadRequest(error)) throw error;
      const answer = await ask({});
      this.isRefusingTokenIds = true;
      return answer;
    }
  }

  private body(prompts: readonly string[]): object {
    return {
      model: this.options.model,
      prompt: prompts,
      max_tokens: 1,
      temperature: 0,
      logprobs: TOP_LOGPROBS,
      return_tokens_as_token_ids: true,
      // The rendered prompt begins with its own beginning-of-text token.
      add_special_tokens: false,
    };
  }
}

function isBadRequest(error: unknown): boolean {
  return error instanceof LlmError && (error.status === BAD_REQUEST || error.status === UNPROCESSABLE);
}

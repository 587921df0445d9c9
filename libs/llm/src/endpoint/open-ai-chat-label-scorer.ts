import type { LabelScore, LabelScorer, LabelScoreRequest } from '../label-scorer';
import { checkScoreRequest } from '../score-request';
import { readChatCompletion } from './chat-answer';
import type { EndpointOptions } from './endpoint-options';
import { JsonEndpoint } from './json-endpoint';

const TOP_LOGPROBS = 20;

/**
 * An OpenAI-like chat route: one call a prompt, the prompt as one user message (use the `plain` template: the server marks the turns).
 * Only the 20 likeliest tokens are reported: a label not among them carries an upper bound and is named as missing.
 */
export class OpenAiChatLabelScorer implements LabelScorer {
  readonly modelVersion: string;
  private readonly endpoint: JsonEndpoint;

  /** @throws LlmInputError `LLM_BAD_SETTING` for an unusable URL */
  constructor(private readonly options: EndpointOptions) {
    this.modelVersion = `chat:${options.model}`;
    this.endpoint = new JsonEndpoint(options);
  }

  async score(request: LabelScoreRequest): Promise<LabelScore[]> {
    checkScoreRequest(request);
    const { prompts, labels, signal } = request;
    const failed = new AbortController();
    const stop = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal;
    const ask = async (prompt: string, index: number): Promise<LabelScore> => {
      const answer = await this.endpoint.post('/v1/chat/completions', this.body(prompt), stop);
      return readChatCompletion(answer, labels[index] ?? []);
    };
    try {
      return await Promise.all(prompts.map(ask));
    } catch (error) {
      failed.abort();
      throw error;
    }
  }

  close(): Promise<void> {
    this.endpoint.close();
    return Promise.resolve();
  }

  private body(prompt: string): object {
    return {
      model: this.options.model,
      messages: [{ role: 'user', content: prompt }],
      max_tokens: 1,
      temperature: 0,
      logprobs: true,
      top_logprobs: TOP_LOGPROBS,
    };
  }
}

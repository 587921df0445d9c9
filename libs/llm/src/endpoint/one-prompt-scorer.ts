import type { LabelScore, LabelScorer, LabelScoreRequest } from '../label-scorer';
import { checkScoreRequest } from '../score-request';
import type { EndpointOptions } from './endpoint-options';
import { JsonEndpoint } from './json-endpoint';

/** One prompt, its labels, and the caller's signal. */
export interface PromptQuestion {
  readonly prompt: string;
  /** `[L]` */
  readonly labels: readonly string[];
  readonly signal?: AbortSignal;
}

/** A server that takes one prompt a call: asks in order and stops at the first failure. */
export abstract class OnePromptScorer implements LabelScorer {
  abstract readonly modelVersion: string;
  protected readonly endpoint: JsonEndpoint;

  /** @throws LlmInputError `LLM_BAD_SETTING` for an unusable URL */
  constructor(protected readonly options: EndpointOptions) {
    this.endpoint = new JsonEndpoint(options);
  }

  async score({ prompts, labels, signal }: LabelScoreRequest): Promise<LabelScore[]> {
    checkScoreRequest({ prompts, labels });
    const scores: LabelScore[] = [];
    for (const [index, prompt] of prompts.entries())
      scores.push(await this.scorePrompt({ prompt, labels: labels[index] ?? [], signal }));
    return scores;
  }

  close(): Promise<void> {
    this.endpoint.close();
    return Promise.resolve();
  }

  protected abstract scorePrompt(question: PromptQuestion): Promise<LabelScore>;
}

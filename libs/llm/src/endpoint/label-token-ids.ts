import { LLM_INPUT_CODES, LlmInputError } from '../errors';
import type { EndpointOptions } from './endpoint-options';
import type { JsonEndpoint } from './json-endpoint';
import { readTokenId } from './vllm-answer';

/** Token ids of labels: configured, else asked once from vLLM's tokenize route. */
export class LabelTokenIds {
  private readonly known: Map<string, number>;

  constructor(
    private readonly endpoint: JsonEndpoint,
    private readonly options: Pick<EndpointOptions, 'model' | 'labelTokenIds'>,
  ) {
    this.known = new Map(Object.entries(options.labelTokenIds ?? {}));
  }

  /**
   * `[L]` ids.
   * @throws LlmInputError `LLM_BAD_LABEL` for a label of several tokens; LlmError of the call
   */
  async of(labels: readonly string[], signal?: AbortSignal): Promise<number[]> {
    const unknown = labels.filter((label) => !this.known.has(label));
    await Promise.all(unknown.map(async (label) => this.known.set(label, await this.ask(label, signal))));
    return labels.map((label) => this.known.get(label) as number);
  }

  private async ask(label: string, signal?: AbortSignal): Promise<number> {
    const body = { model: this.options.model, prompt: label, add_special_tokens: false };
    const id = readTokenId(await this.endpoint.post('/tokenize', body, signal));
    if (id !== null) return id;
    throw new LlmInputError(
      LLM_INPUT_CODES.badLabel,
      `label ${JSON.stringify(label)} is not one token of ${this.options.model}`,
    );
  }
}

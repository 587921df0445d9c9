import { LLM_INPUT_CODES, LlmInputError } from '../errors';
import { badAnswer, isFields } from './answer-shape';
import type { EndpointOptions } from './endpoint-options';
import type { JsonEndpoint } from './json-endpoint';

/** How a server is asked for the tokens of a text, without any that it would add. */
export type TokenizeBody = (text: string) => object;

/** Token ids of labels: configured, else asked once from the server's tokenize route. */
export class LabelTokenIds {
  private readonly known: Map<string, number>;

  constructor(
    private readonly endpoint: JsonEndpoint,
    private readonly body: TokenizeBody,
    { labelTokenIds = {} }: Pick<EndpointOptions, 'labelTokenIds'>,
  ) {
    this.known = new Map(Object.entries(labelTokenIds));
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
    const answer = await this.endpoint.post('/tokenize', this.body(label), signal);
    const tokens = isFields(answer) ? answer.tokens : undefined;
    if (!Array.isArray(tokens) || !tokens.every(Number.isInteger)) throw badAnswer('tokens');
    if (tokens.length === 1) return tokens[0] as number;
    const text = `label ${JSON.stringify(label)} is ${tokens.length} tokens of the endpoint's model`;
    throw new LlmInputError(LLM_INPUT_CODES.badLabel, text);
  }
}

/** The tokenize request of vLLM and SGLang. */
export function tokenizeBodyOf(model: string): TokenizeBody {
  return (prompt) => ({ model, prompt, add_special_tokens: false });
}

import { ModelServer, nextTokens, tokensOf } from './model-server';

/** What a completions call of ours carries. */
interface CompletionBody {
  readonly model: string;
  readonly prompt: readonly string[];
  readonly logprobs: number;
  readonly logprob_token_ids?: readonly number[];
}

/** vLLM's completions and tokenize routes, shapes as documented; `isOld` servers ignore `logprob_token_ids`. */
export function vllmServer({ isOld = false } = {}): ModelServer {
  return new ModelServer({
    '/v1/completions': (body) => completion(body as unknown as CompletionBody, isOld),
    '/tokenize': ({ prompt }) => {
      const tokens = tokensOf(String(prompt));
      return { count: tokens.length, max_model_len: 8192, tokens, token_strs: null };
    },
  });
}

function completion(body: CompletionBody, isOld: boolean): object {
  const choices = body.prompt.map((prompt, index) => {
    const all = nextTokens(prompt);
    const wanted = new Set(body.logprob_token_ids);
    const told = isOld ? all.slice(0, body.logprobs) : all.filter(({ id }, i) => i === 0 || wanted.has(id));
    const keyed = Object.fromEntries(told.map(({ id, logprob }) => [`token_id:${id}`, logprob]));
    const [best] = all;
    return {
      index,
      text: best.token,
      logprobs: {
        text_offset: [0],
        token_logprobs: [best.logprob],
        tokens: [`token_id:${best.id}`],
        top_logprobs: [keyed],
      },
      finish_reason: 'length',
      stop_reason: null,
      prompt_logprobs: null,
    };
  });
  return {
    id: 'cmpl-1',
    object: 'text_completion',
    created: 1_760_000_000,
    model: body.model,
    // Servers may finish prompts out of order; `index` says which is which.
    choices: choices.reverse(),
    usage: { prompt_tokens: 100, total_tokens: 101, completion_tokens: 1 },
  };
}

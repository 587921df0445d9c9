import { ModelServer, nextTokens, tokensOf } from './model-server';

interface GenerateBody {
  readonly text: string;
  readonly token_ids_logprob: readonly number[];
}

/** SGLang's generate and tokenize routes, shapes as documented; texts of tokens come only on request, so they are null. */
export function sglangServer(): ModelServer {
  return new ModelServer({
    '/generate': (body) => generated(body as unknown as GenerateBody),
    '/tokenize': ({ prompt }) => {
      const tokens = tokensOf(String(prompt));
      return { tokens, count: tokens.length, max_model_len: 8192 };
    },
  });
}

function generated({ text, token_ids_logprob }: GenerateBody): object {
  const all = nextTokens(text);
  const byId = new Map(all.map(({ id, logprob }) => [id, logprob]));
  const [best] = all;
  return {
    text: best.token,
    meta_info: {
      id: 'a1',
      finish_reason: { type: 'length', length: 1 },
      prompt_tokens: 100,
      completion_tokens: 1,
      cached_tokens: 80,
      input_token_logprobs: [],
      output_token_logprobs: [[best.logprob, best.id, null]],
      input_token_ids_logprobs: [],
      output_token_ids_logprobs: [token_ids_logprob.map((id) => [byId.get(id), id, null])],
      e2e_latency: 0.01,
    },
  };
}

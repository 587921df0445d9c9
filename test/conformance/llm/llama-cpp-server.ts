import { ModelServer, nextTokens, tokensOf } from './model-server';

interface CompletionBody {
  readonly prompt: string;
  readonly n_probs: number;
}

/** llama.cpp's completion and tokenize routes, shapes as documented. */
export function llamaCppServer(): ModelServer {
  return new ModelServer({
    '/completion': (body) => completion(body as unknown as CompletionBody),
    '/tokenize': ({ content }) => ({ tokens: tokensOf(String(content)) }),
  });
}

function completion({ prompt, n_probs }: CompletionBody): object {
  const top = nextTokens(prompt)
    .slice(0, n_probs)
    .map(({ id, token, logprob }) => ({ id, token, bytes: [...Buffer.from(token)], logprob }));
  const [best] = top;
  return {
    index: 0,
    content: best.token,
    id_slot: 0,
    stop: true,
    model: 'llama-keyart',
    tokens_predicted: 1,
    tokens_evaluated: 100,
    tokens_cached: 80,
    truncated: false,
    stop_type: 'limit',
    completion_probabilities: [{ ...best, top_logprobs: top }],
  };
}

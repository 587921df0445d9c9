import { ModelServer, nextTokens } from './model-server';

interface ChatBody {
  readonly model: string;
  readonly messages: readonly { readonly content: string }[];
  readonly top_logprobs: number;
}

/** An OpenAI-like chat route, shape as documented. */
export function chatServer(): ModelServer {
  return new ModelServer({ '/v1/chat/completions': (body) => chatCompletion(body as unknown as ChatBody) });
}

function chatCompletion({ model, messages, top_logprobs }: ChatBody): object {
  const spoken = nextTokens(messages[0].content).map(({ token, logprob }) => ({
    token,
    logprob,
    bytes: [...Buffer.from(token)],
  }));
  const [best] = spoken;
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_760_000_000,
    model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: best.token, refusal: null },
        logprobs: { content: [{ ...best, top_logprobs: spoken.slice(0, top_logprobs) }], refusal: null },
        finish_reason: 'length',
      },
    ],
    usage: { prompt_tokens: 100, completion_tokens: 1, total_tokens: 101 },
  };
}

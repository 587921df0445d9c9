import { ModelServer, nextTokens } from './model-server';

interface GenerateBody {
  readonly model: string;
  readonly prompt: string;
  readonly top_logprobs: number;
}

/** Ollama's generate route, shape as documented; `isOld` servers know no log-probabilities. */
export function ollamaServer({ isOld = false } = {}): ModelServer {
  return new ModelServer({ '/api/generate': (body) => generated(body as unknown as GenerateBody, isOld) });
}

function generated({ model, prompt, top_logprobs }: GenerateBody, isOld: boolean): object {
  const spoken = nextTokens(prompt).map(({ token, logprob }) => ({
    token,
    logprob,
    bytes: [...Buffer.from(token)],
  }));
  const [best] = spoken;
  return {
    model,
    created_at: '2026-01-01T00:00:00Z',
    response: best.token,
    done: true,
    done_reason: 'length',
    prompt_eval_count: 100,
    eval_count: 1,
    ...(!isOld && { logprobs: [{ ...best, top_logprobs: spoken.slice(0, top_logprobs) }] }),
  };
}

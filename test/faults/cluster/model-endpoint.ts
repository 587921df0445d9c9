import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hash32 } from '@keyart/common';
import { CuttableLink } from './cuttable-link';

const TOKEN_COUNT = 32_000;
const SPREAD = 4;

/** A model server behind a link that can be cut. */
export interface ModelEndpoint {
  readonly url: string;
  readonly link: CuttableLink;
  close(): void;
}

interface Completion {
  readonly prompt: readonly string[];
  readonly logprob_token_ids: readonly number[];
}

/** All probability on the labels asked for, so that no answer is refused for want of label mass. */
function choiceOf(prompt: string, index: number, ids: readonly number[]): object {
  const logits = ids.map((id) => (hash32(prompt, id) / 2 ** 32) * SPREAD);
  const total = Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit), 0));
  const keyed = Object.fromEntries(ids.map((id, i) => [`token_id:${id}`, logits[i] - total]));
  return { index, text: '', logprobs: { top_logprobs: [keyed] }, finish_reason: 'length' };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString() || '{}') as Record<string, unknown>;
}

function answer(route: string, body: Record<string, unknown>): object {
  if (route === '/tokenize') return { count: 1, tokens: [hash32(String(body.prompt), 0) % TOKEN_COUNT] };
  const { prompt, logprob_token_ids } = body as unknown as Completion;
  return { choices: prompt.map((text, index) => choiceOf(text, index, logprob_token_ids)) };
}

/**
 * Speaks vLLM's completions and tokenize routes; its opinions are a hash of the prompt.
 * @param onPrompts told what the model is asked
 */
export async function startModelEndpoint(
  onPrompts: (prompts: readonly string[]) => void = () => undefined,
): Promise<ModelEndpoint> {
  const server = createServer((request, response) => {
    bodyOf(request).then(
      (body) => {
        if (Array.isArray(body.prompt)) onPrompts(body.prompt as string[]);
        response.end(JSON.stringify(answer(request.url ?? '', body)));
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const link = new CuttableLink((server.address() as AddressInfo).port);
  const url = `http://127.0.0.1:${await link.open()}`;
  const close = (): void => {
    link.close();
    server.closeAllConnections();
    server.close();
  };
  return { url, link, close };
}

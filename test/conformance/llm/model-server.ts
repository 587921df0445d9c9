import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hash32 } from '@keyart/common';

/** Answers one route. */
type Route = (body: Record<string, unknown>) => unknown;

/** What a server does with one call instead of answering as documented. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterSeconds?: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hang' }
  | { readonly kind: 'hang-up' };

/** A call as the server received it. */
export interface ReceivedCall {
  readonly route: string;
  readonly body: Record<string, unknown>;
  readonly authorization: string | undefined;
  /** Whether the client went away before it was answered. */
  isAbandoned: boolean;
}

/** Next-token ids of the pretended model: Llama 3.1's letters, Yes and No, and filler. */
export const TOKEN_IDS: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, i) => [letter, 32 + i])),
  ' A': 362,
  Yes: 9642,
  No: 2822,
  ' Yes': 7566,
  ' No': 2360,
  ...Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`filler${i}`, 1000 + i])),
};

/** Token ids of a text of the pretended vocabulary; other texts are two tokens. */
export function tokensOf(text: string): number[] {
  const id = TOKEN_IDS[text];
  return id === undefined ? [1, 2] : [id];
}

/** A real HTTP server on a free local port that answers routes as documented, or with a fault from its list. */
export class ModelServer {
  readonly calls: ReceivedCall[] = [];
  private readonly faults: Fault[] = [];
  private readonly server = createServer((request, response) => void this.serve(request, response));

  constructor(private readonly routes: Readonly<Record<string, Route | undefined>>) {}

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The next calls meet these faults, one each. */
  failNext(...faults: Fault[]): void {
    this.faults.push(...faults);
  }

  /** No call is answered any more. */
  hangForever(): void {
    this.faults.push(...Array.from({ length: 1000 }, () => ({ kind: 'hang' }) as const));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
    const route = request.url ?? '';
    const call = { route, body, authorization: request.headers.authorization, isAbandoned: false };
    this.calls.push(call);
    response.on('close', () => (call.isAbandoned = !response.writableEnded));
    const fault = this.faults.shift();
    if (fault) return this.misbehave(fault, response);
    const answer = this.routes[route];
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ? answer(body) : { error: { message: 'Not Found', code: 404 } }));
  }

  private misbehave(fault: Fault, response: ServerResponse): void {
    if (fault.kind === 'hang-up') response.destroy();
    if (fault.kind === 'status') refuse(fault, response);
    if (fault.kind === 'text') response.writeHead(200).end(fault.text);
  }
}

function refuse(fault: Fault & { kind: 'status' }, response: ServerResponse): void {
  const { status, retryAfterSeconds } = fault;
  const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  response.writeHead(status, headers).end('{"error":{"message":"busy"}}');
}

/** The pretended model: log-probabilities of all known tokens after a prompt, a function of the prompt alone, likeliest first. */
export function nextTokens(prompt: string): { token: string; id: number; logprob: number }[] {
  const logits = Object.entries(TOKEN_IDS).map(([token, id]) => {
    const lean = token.startsWith('filler') ? 0 : 2;
    return { token, id, logit: lean + (hash32(`${prompt}\u0000${token}`, 7) / 2 ** 32) * 4 };
  });
  const total = Math.log(logits.reduce((sum, { logit }) => sum + Math.exp(logit), 0));
  return logits
    .map(({ token, id, logit }) => ({ token, id, logprob: logit - total }))
    .sort((a, b) => b.logprob - a.logprob);
}

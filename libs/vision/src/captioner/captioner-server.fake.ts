import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';

/** What the server does with a call: answers with this message, or misbehaves. */
export type CaptionerReply =
  | { readonly message: string }
  | { readonly status: number; readonly retryAfter?: string }
  | { readonly body: string }
  | { readonly endless: true }
  | { readonly drip: true }
  | { readonly hang: true }
  | { readonly hangUp: true };

/** A call as the server received it. */
export interface CaptionerCall {
  readonly route: string;
  readonly authorization: string | undefined;
  /** Whether the client went away before it had the whole answer. */
  readonly wasCutOff: Promise<boolean>;
  readonly body: {
    readonly model: string;
    readonly temperature: number;
    readonly messages: readonly [
      { readonly content: readonly [unknown, { readonly image_url: { readonly url: string } }] },
    ];
  };
}

/** A real HTTP server that speaks as OpenAI-like vision endpoints do. It fails calls that it was not told how to answer. */
export class CaptionerServer {
  readonly calls: CaptionerCall[] = [];
  private readonly replies: CaptionerReply[] = [];
  private readonly server = createServer((request, response) => void this.serve(request, response));

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The next calls are answered so, one each. */
  reply(...replies: CaptionerReply[]): void {
    this.replies.push(...replies);
  }

  /** The next call is answered with this description. */
  describe(shows: string, suggests: string): void {
    this.reply({ message: JSON.stringify({ shows, suggests }) });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as CaptionerCall['body'];
    const wasCutOff = new Promise<boolean>((resolve) =>
      response.on('close', () => resolve(!response.writableFinished)),
    );
    const { authorization } = request.headers;
    this.calls.push({ route: request.url ?? '', authorization, wasCutOff, body });
    const reply = this.replies.shift() ?? { status: 400 };
    if ('hangUp' in reply) response.destroy();
    else if ('message' in reply) response.end(completionOf(reply.message));
    else if ('body' in reply) response.end(reply.body);
    else if ('endless' in reply) Readable.from(endlessly()).pipe(response);
    else if ('drip' in reply) drip(response);
    else if ('status' in reply) refuse(reply, response);
  }
}

function completionOf(content: string): string {
  const choice = { index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' };
  return JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion', choices: [choice] });
}

function* endlessly(): Generator<string> {
  for (;;) yield 'x'.repeat(64 * 1024);
}

function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write('x'), 20);
  response.on('close', () => clearInterval(timer));
}

function refuse(
  { status, retryAfter }: { status: number; retryAfter?: string },
  response: ServerResponse,
): void {
  response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter });
  response.end('{"error":{"message":"busy"}}');
}

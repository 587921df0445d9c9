import { connect, type Socket } from 'node:net';

const ANSWER_LIMIT_MS = 5_000;

/** A connection that sends whatever it is told, well formed or not. */
export class RawSocket {
  private readonly chunks: Buffer[] = [];
  private readonly ended: Promise<void>;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => this.chunks.push(chunk)).on('error', () => undefined);
    this.ended = new Promise((resolve) => socket.once('close', () => resolve()));
  }

  static async open(baseUrl: string): Promise<RawSocket> {
    const { port, hostname } = new URL(baseUrl);
    const socket = connect(Number(port), hostname);
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new RawSocket(socket);
  }

  write(data: string | Uint8Array): this {
    this.socket.write(data);
    return this;
  }

  /** What came until the service closed the connection, or until the limit. */
  async answer(limitMs = ANSWER_LIMIT_MS): Promise<string> {
    const timer = setTimeout(() => this.socket.destroy(), limitMs);
    await this.ended;
    clearTimeout(timer);
    return Buffer.concat(this.chunks).toString('latin1');
  }

  close(): void {
    this.socket.destroy();
  }
}

/** A request's text; the connection is to be closed after its answer. */
export function requestText(head: string, headers: Readonly<Record<string, string>> = {}, body = ''): string {
  const all = { host: 'keyart', connection: 'close', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [head, ...lines, '', body].join('\r\n');
}

import { Agent, request, type IncomingMessage } from 'node:http';

/** More than ever wait at once at a healthy rate; connections are kept. */
const MAX_SOCKETS = 64;

/** A client like a UI's backend: kept connections, JSON bodies. */
export class HttpClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: MAX_SOCKETS, noDelay: true });

  constructor(
    private readonly url: string,
    private readonly apiKey: string,
  ) {}

  /** Body of a 200 answer. @throws Error with status and start of any other */
  async post(path: string, body: unknown): Promise<string> {
    const text = JSON.stringify(body);
    const response = await this.send(path, text);
    let answer = '';
    response.setEncoding('utf8');
    for await (const chunk of response) answer += chunk;
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${answer.slice(0, 200)}`);
    return answer;
  }

  close(): void {
    this.agent.destroy();
  }

  private send(path: string, text: string): Promise<IncomingMessage> {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      authorization: `Bearer ${this.apiKey}`,
    };
    return new Promise((resolve, reject) => {
      const options = { method: 'POST', agent: this.agent, headers };
      request(new URL(path, this.url), options, resolve).on('error', reject).end(text);
    });
  }
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const CUT_DELAY_MS = 300;

/** What a path answers. */
export interface ServedFile {
  readonly type: string;
  readonly body: Buffer;
  /** Cuts the connection of the first answer after so many bytes. */
  cutAtBytes?: number;
}

/** A request that came in. */
export interface SeenRequest {
  readonly path: string;
  readonly range: string | undefined;
  readonly authorization: string | undefined;
}

/** A real HTTP server with byte ranges; a path it does not have answers 404. */
export class FileServer {
  readonly files = new Map<string, ServedFile>();
  readonly seen: SeenRequest[] = [];
  private readonly server = createServer((request, response) => this.answer(request, response));

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  url(path: string, credentials = ''): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://${credentials}127.0.0.1:${port}${path}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { range, authorization } = request.headers;
    this.seen.push({ path: request.url ?? '', range, authorization });
    const file = this.files.get(request.url ?? '');
    if (!file) return void response.writeHead(404).end();
    const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
    this.send(response, file, from);
  }

  private send(response: ServerResponse, file: ServedFile, from: number): void {
    const body = file.body.subarray(from);
    const range = { 'content-range': `bytes ${from}-${file.body.length - 1}/${file.body.length}` };
    const headers = { 'content-type': file.type, 'content-length': body.length, ...(from > 0 ? range : {}) };
    response.writeHead(from > 0 ? 206 : 200, headers);
    const { cutAtBytes } = file;
    if (cutAtBytes === undefined) return void response.end(body);
    delete file.cutAtBytes;
    response.write(body.subarray(0, cutAtBytes));
    // Later, so that the bytes sent so far have arrived.
    setTimeout(() => response.destroy(), CUT_DELAY_MS);
  }
}

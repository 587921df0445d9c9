import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';

const HTTP = { ok: 200, notFound: 404, unavailable: 503 };

/** What a process without an HTTP service of its own shows to its surroundings. */
export interface MetricsServerOptions {
  readonly registry: Registry;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Throws while the process cannot work. */
  readonly checkReady: () => Promise<void>;
}

/** A listening metrics server. */
export interface MetricsServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves `/metrics`, `/health/live` and `/health/ready`, without keys: bind it to an inner network. */
export async function startMetricsServer(options: MetricsServerOptions): Promise<MetricsServer> {
  const server = createServer((request, response) => void answer(request.url ?? '', response, options));
  server.listen(options.port, options.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { url: `http://${options.host}:${port}`, close };
}

async function answer(path: string, response: ServerResponse, options: MetricsServerOptions): Promise<void> {
  const { registry, checkReady } = options;
  if (path === '/health/live') return end(response, HTTP.ok, 'ok');
  if (path === '/health/ready')
    return checkReady().then(
      () => end(response, HTTP.ok, 'ok'),
      () => end(response, HTTP.unavailable, 'not ready'),
    );
  if (path !== '/metrics') return end(response, HTTP.notFound, 'unknown address');
  response.setHeader('content-type', registry.contentType);
  end(response, HTTP.ok, await registry.metrics());
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status).end(text);
}

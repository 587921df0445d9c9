import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { requireScopes } from './require-scopes';
import { ServiceClient } from './service-client';

const servers: Server[] = [];

const closed = (server: Server): Promise<unknown> => new Promise((resolve) => server.close(resolve));

/** A client of a service that answers each call by the status that `statusOf` says for method and path. */
async function clientOf(statusOf: (call: string) => number): Promise<ServiceClient> {
  const server = createServer((request, response) => {
    request.resume();
    const status = statusOf(`${request.method} ${request.url}`);
    response.writeHead(status, { 'retry-after': '0', connection: 'close' });
    response.end('{"detail":"said so"}');
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return new ServiceClient(`http://127.0.0.1:${port}/`, 'key');
}

afterEach(() => Promise.all(servers.splice(0).map(closed)));

describe('ServiceClient', () => {
  it('asks again where the service is at its limit, and gives up in the end', async () => {
    let callCount = 0;
    const client = await clientOf(() => (++callCount < 3 ? 429 : 200));
    await expect(client.ask({ method: 'GET', path: '/' })).resolves.toEqual({ detail: 'said so' });
    expect(callCount).toBe(3);
    const busy = await clientOf(() => 503);
    await expect(busy.ask({ method: 'GET', path: '/' })).rejects.toMatchObject({ code: 'SERVICE_REFUSED' });
  });

  it.each([
    [401, 'BAD_API_KEY'],
    [403, 'MISSING_SCOPE'],
    [400, 'SERVICE_REFUSED'],
    [500, 'SERVICE_REFUSED'],
  ])('names an answer of %i', async (status, code) => {
    const client = await clientOf(() => status);
    const asked = client.ask({ method: 'POST', path: '/v1/events', body: {} });
    await expect(asked).rejects.toMatchObject({
      code,
      message: expect.stringContaining('said so') as string,
    });
  });

  it('names a service that does not answer', async () => {
    const client = await clientOf(() => 200);
    await Promise.all(servers.splice(0).map(closed));
    const asked = client.ask({ method: 'GET', path: '/' });
    await expect(asked).rejects.toMatchObject({ code: 'SERVICE_UNREACHABLE' });
  });
});

describe('requireScopes', () => {
  it('names all scopes that are missing, and an unknown key', async () => {
    const guest = await clientOf((call) => (/titles|jobs/.test(call) ? 403 : 400));
    await expect(requireScopes(guest)).rejects.toThrow('the API key lacks catalogue, admin');
    const stranger = await clientOf(() => 401);
    await expect(requireScopes(stranger)).rejects.toMatchObject({ code: 'BAD_API_KEY' });
    const holder = await clientOf((call) => (call.startsWith('GET') ? 200 : 400));
    await expect(requireScopes(holder)).resolves.toBeUndefined();
  });
});

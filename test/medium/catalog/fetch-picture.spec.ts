import type { LookupAddress } from 'node:dns';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { fetchPicture, MAX_PICTURE_BYTES } from '@keyart/catalog';
import sharp from 'sharp';

type Route = (response: ServerResponse, request: IncomingMessage) => void;

const LOOPBACK = '127.0.0.1';
/** Of the public internet, and nobody answers. */
const PUBLIC = '6.6.6.6';
const PNG = { 'content-type': 'image/png' };
const redirectTo =
  (location: string): Route =>
  (response) =>
    void response.writeHead(302, { location }).end('moved');

describe('fetchPicture', () => {
  let server: Server;
  let port: number;
  let bytes: Buffer;
  let asked: string[];
  const routes: Record<string, Route> = {};

  beforeAll(async () => {
    bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } })
      .png()
      .toBuffer();
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const route = routes[request.url ?? ''];
      if (route) route(response, request);
      else response.writeHead(404, PNG).end(bytes);
    });
    await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
    port = (server.address() as AddressInfo).port;
    routes['/picture'] = (response) => void response.writeHead(200, PNG).end(bytes);
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  /** Resolves names one after another as told, then as before; counts how often it was asked. */
  function resolver(...answers: readonly (readonly string[])[]) {
    let count = 0;
    const resolve = async (): Promise<LookupAddress[]> => {
      const addresses = answers[Math.min(count++, answers.length - 1)];
      return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    };
    return { resolve, count: () => count };
  }

  const trusted = (): string[] => [`art.example:${port}`];
  const get = (path: string, timeLimitMs?: number): Promise<Buffer> =>
    fetchPicture(`http://art.example:${port}${path}`, {
      ...{ allowedHosts: trusted(), resolve: resolver([LOOPBACK]).resolve },
      ...(timeLimitMs && { timeLimitMs }),
    });

  it('fetches from a host that is allowed', async () => {
    expect(await get('/picture')).toEqual(bytes);
  });

  it('asks for no compression and says what it takes', async () => {
    routes['/echo'] = (response, { headers }) =>
      void response.writeHead(200, PNG).end(`${headers['accept-encoding']} ${headers.accept}`);
    expect((await get('/echo')).toString()).toMatch(/^identity image\/avif, /);
  });

  it('follows redirects, three at most', async () => {
    routes['/1'] = redirectTo('/2');
    routes['/2'] = redirectTo(`http://art.example:${port}/3`);
    routes['/3'] = redirectTo('picture');
    routes['/0'] = redirectTo('/1');
    expect(await get('/1')).toEqual(bytes);
    await expect(get('/0')).rejects.toMatchObject({ code: 'PICTURE_NOT_FETCHED' });
  });

  describe('refuses an address by itself', () => {
    it.each([
      ...['ftp://art.example/a', 'file:///etc/passwd', 'data:image/png;base64,AA', 'gopher://x/', '//x', ''],
      ...['http://user:secret@art.example/', 'http://user@art.example/', 'http://art.example:8080/'],
      ...['http://127.0.0.1/', 'http://2130706433/', 'http://0177.0.0.1/', 'http://0x7f.1/', 'http://127.1/'],
      ...['http://0/', 'http://[::1]/', 'http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/'],
      ...['http://[fe80::1]/', 'http://[fd00:ec2::254]/', 'http://[64:ff9b::7f00:1]/', 'http://10.0.0.1/'],
      ...['http://169.254.169.254/latest/meta-data/', 'http://100.64.0.1/', 'http://①②⑦.0.0.1/'],
      `http://art.example/${'x'.repeat(2_100)}`,
    ])('%s', async (url) => {
      const { resolve, count } = resolver([PUBLIC]);
      await expect(fetchPicture(url, { allowedHosts: [], resolve })).rejects.toMatchObject({
        code: 'PICTURE_URL_REFUSED',
      });
      expect(count()).toBe(0);
    });
  });

  describe('refuses a name by where it leads', () => {
    it.each([
      [[LOOPBACK]],
      [['10.1.2.3']],
      [['169.254.169.254']],
      [['::1']],
      [['::ffff:127.0.0.1']],
      [['fd00::1']],
      [[PUBLIC, LOOPBACK]],
    ])('%s', async (addresses) => {
      const { resolve } = resolver(addresses);
      await expect(
        fetchPicture('http://art.example/picture', { allowedHosts: [], resolve }),
      ).rejects.toMatchObject({ code: 'PICTURE_URL_REFUSED', message: expect.stringContaining('public') });
      expect(asked).toEqual([]);
    });

    it('this machine, as the system resolves it', async () => {
      await expect(fetchPicture('http://localhost/picture', { allowedHosts: [] })).rejects.toMatchObject({
        code: 'PICTURE_URL_REFUSED',
      });
    });

    it('after a redirect, too', async () => {
      for (const location of [
        'http://evil.example/picture',
        `http://${LOOPBACK}:${port}/picture`,
        `http://localhost:${port}/picture`,
        'http://[::1]/',
        'file:///etc/passwd',
        `http://user:secret@art.example:${port}/picture`,
      ]) {
        routes['/away'] = redirectTo(location);
        await expect(get('/away')).rejects.toMatchObject({ code: 'PICTURE_URL_REFUSED' });
      }
      expect(new Set(asked)).toEqual(new Set(['/away']));
    });

    it('connects to the address it checked, though the name leads elsewhere a moment later', async () => {
      const { resolve, count } = resolver([PUBLIC], [LOOPBACK]);
      await expect(
        fetchPicture('http://rebound.example/picture', { allowedHosts: [], resolve, timeLimitMs: 500 }),
      ).rejects.toMatchObject({ code: 'PICTURE_NOT_FETCHED' });
      expect({ count: count(), asked }).toEqual({ count: 1, asked: [] });
    });

    it('and asks anew for every redirect', async () => {
      routes['/again'] = redirectTo('http://rebound.example/picture');
      const { resolve, count } = resolver([LOOPBACK], [LOOPBACK]);
      await expect(
        fetchPicture(`http://art.example:${port}/again`, { allowedHosts: trusted(), resolve }),
      ).rejects.toMatchObject({ code: 'PICTURE_URL_REFUSED' });
      expect(count()).toBe(2);
    });
  });

  describe('gives up on', () => {
    const bomb = gzipSync(Buffer.alloc(2 ** 25));
    const endless: Route = (response) => {
      response.writeHead(200, PNG);
      const chunk = Buffer.alloc(2 ** 20);
      const send = (): void => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', send);
      };
      send();
    };
    const dripping: Route = (response) => {
      response.writeHead(200, PNG);
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    };

    it.each<[string, Route, RegExp]>([
      ['a body without end', endless, /more than \d+ bytes/],
      ['a body that drips', dripping, /took more than 800 ms/],
      ['a head that never comes', () => undefined, /took more than 800 ms/],
      [
        'a length that is too much',
        (r) => void r.writeHead(200, { ...PNG, 'content-length': MAX_PICTURE_BYTES + 1 }).flushHeaders(),
        /more than \d+ bytes/,
      ],
      [
        'a compressed body',
        (r) => void r.writeHead(200, { ...PNG, 'content-encoding': 'gzip' }).end(bomb),
        /compressed \(gzip\)/,
      ],
      [
        'another type',
        (r) => void r.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
        /type text\/html/,
      ],
      ['no type', (r) => void r.writeHead(200).end(bytes), /type nothing/],
      ['a refusal', (r) => void r.writeHead(403, PNG).end(bytes), /answer was 403/],
      ['a redirect to nowhere', (r) => void r.writeHead(302).end(), /answer was 302/],
      [
        'a body that is cut off',
        (r) => void r.writeHead(200, { ...PNG, 'content-length': 99 }).write('x', () => r.destroy()),
        /no answer came/,
      ],
      ['a connection hung up on', (r) => void r.destroy(), /no answer came/],
    ])('%s', async (_name, route, message) => {
      routes['/bad'] = route;
      // Where the time is not what ends it, a busy machine has plenty.
      const limitMs = message.source.startsWith('took') ? 800 : 30_000;
      await expect(get('/bad', limitMs)).rejects.toMatchObject({
        code: 'PICTURE_NOT_FETCHED',
        message: expect.stringMatching(message),
      });
    });

    it('names that nobody resolves in time, or at all', async () => {
      const slow = () => pause(5_000, [], { ref: false });
      const unknown = () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
      for (const resolve of [slow, unknown, resolver([]).resolve])
        await expect(
          fetchPicture('http://art.example/', { allowedHosts: [], resolve, timeLimitMs: 300 }),
        ).rejects.toMatchObject({ code: 'PICTURE_NOT_FETCHED' });
    });

    it('a port where nobody listens', async () => {
      const allowedHosts = ['127.0.0.1:1'];
      await expect(fetchPicture('http://127.0.0.1:1/', { allowedHosts })).rejects.toMatchObject({
        code: 'PICTURE_NOT_FETCHED',
      });
    });
  });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { projectRoot, type Configuration } from '@keyart/common';
import sharp, { type Sharp } from 'sharp';
import { keyOf, startApi, type Answer, type ApiFixture } from './support/api-fixture';
import { artworkBody, TITLE } from './support/catalogue.factory';
import { expectProblem } from './support/expect-problem';
import { RawSocket, requestText } from './support/raw-socket';

const MEBIBYTE = 2 ** 20;

const fixture = (name: string): Sharp =>
  sharp(path.join(projectRoot(), `artwork-fixtures/pictures/sintel/${name}.jpg`));

describe('ways by which an artwork comes to its picture', () => {
  let api: ApiFixture;
  let server: Server;
  let host: string;
  let picture: Buffer;
  /** The same picture, encoded anew. */
  let copy: Buffer;
  let other: Buffer;

  beforeAll(async () => {
    picture = await fixture('girl-by-the-fire').resize(320).png().toBuffer();
    copy = await fixture('girl-by-the-fire').resize(480).jpeg({ quality: 50 }).toBuffer();
    other = await fixture('hunter-strikes').resize(320).png().toBuffer();
    server = createServer((request, response) => {
      if (request.url === '/inside') return response.writeHead(302, { location: 'http://127.0.0.1/' }).end();
      return response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const configuration: Partial<Configuration> = { PICTURE_FETCH_ALLOWED_HOSTS: [host] };
    api = await startApi({ configuration });
    await api.call('PUT', '/v1/titles/metropolis', { body: TITLE });
    for (const id of ['a', 'b'])
      await api.call('PUT', `/v1/artworks/${id}`, { body: artworkBody('metropolis') });
    const tall = artworkBody('metropolis', { aspect: '2:3' });
    await api.call('PUT', '/v1/artworks/tall', { body: tall });
  });
  afterAll(async () => {
    server.close();
    await api.close();
  });

  const put = (id: string, bytes: Buffer, query = ''): Promise<Answer> =>
    api.call('PUT', `/v1/artworks/${id}/image${query}`, {
      raw: new Uint8Array(bytes),
      headers: { 'content-type': 'image/png' },
    });
  const fromUrl = (id: string, url: unknown, query = ''): Promise<Answer> =>
    api.call('POST', `/v1/artworks/${id}/image-from-url${query}`, { body: { url } });

  async function post(id: string, form: FormData, query = ''): Promise<Answer> {
    const answer = await fetch(`${api.baseUrl}/v1/artworks/${id}/image${query}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${keyOf('all')}` },
      body: form,
    });
    return { status: answer.status, headers: answer.headers, body: await answer.json() };
  }

  function formOf(parts: Record<string, Buffer | string>): FormData {
    const form = new FormData();
    for (const [name, content] of Object.entries(parts))
      if (typeof content === 'string') form.append(name, content);
      else form.append(name, new Blob([new Uint8Array(content)]), 'poster.bin');
    return form;
  }

  it('keeps what a page needs until the picture has come', async () => {
    const { status, body } = await put('a', picture);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      widthPx: 320,
      perceptualHash: expect.stringMatching(/^[0-9a-f]{16}$/),
      blurhash: expect.stringMatching(/^.{28}$/),
      dominantColour: expect.stringMatching(/^#[0-9a-f]{6}$/),
    });
  });

  describe('duplicates', () => {
    it.each([
      ['the same bytes', () => picture, 0],
      ['the same picture encoded anew', () => copy, 4],
    ])('refuses %s for another artwork of title and aspect', async (_name, bytes, mostDistance) => {
      const answer = await put('b', bytes());
      expectProblem(answer, 409, 'duplicate-picture');
      expect(answer.body.duplicateOf).toBe('a');
      expect(answer.body.distance).toBeLessThanOrEqual(mostDistance);
      expect(answer.body.detail).toContain('the artwork a has');
      expect((await api.call('GET', '/v1/artworks/b')).body.sha256).toBeNull();
    });

    it('takes it for the artwork itself, for another aspect, and where that is wanted', async () => {
      expect((await put('a', copy)).status).toBe(200);
      expect((await put('tall', copy)).status).toBe(200);
      expect((await put('b', copy, '?duplicates=allow')).status).toBe(200);
      expect((await put('b', other)).status).toBe(200);
      expectProblem(await put('b', other, '?duplicates=maybe'), 400, 'invalid-parameter');
    });

    it('takes one of two that come at once', async () => {
      for (const id of ['first', 'second'])
        await api.call('PUT', `/v1/artworks/${id}`, { body: artworkBody('metropolis', { aspect: '1:1' }) });
      const answers = await Promise.all([put('first', picture), put('second', picture)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    });
  });

  describe('by a form', () => {
    it('takes the picture', async () => {
      const { status, body } = await post('a', formOf({ picture }));
      expect({ status, type: body.mediaType }).toEqual({ status: 200, type: 'image/png' });
      expectProblem(await post('b', formOf({ picture })), 409, 'duplicate-picture');
      expect((await post('b', formOf({ picture }), '?duplicates=allow')).status).toBe(200);
    });

    it.each<[string, Record<string, Buffer | string>, number, string]>([
      ['nothing', {}, 400, 'invalid-body'],
      ['another field', { poster: Buffer.from('x') }, 400, 'invalid-body'],
      ['text instead of a file', { picture: 'x' }, 400, 'invalid-body'],
      ['two files', { picture: Buffer.from('x'), more: Buffer.from('x') }, 400, 'invalid-body'],
      ['text beside the file', { picture: Buffer.from('x'), note: 'x' }, 400, 'invalid-body'],
      ['a field that is none', { ['__proto__x']: Buffer.from('x') }, 400, 'invalid-body'],
      ['an empty file', { picture: Buffer.alloc(0) }, 422, 'unusable-picture'],
      ['no picture', { picture: Buffer.from('<svg/>') }, 422, 'unusable-picture'],
      ['21 MB', { picture: Buffer.alloc(21 * MEBIBYTE) }, 413, 'body-too-large'],
    ])('says what is wrong with %s', async (...[, parts, status, slug]) => {
      expectProblem(await post('a', formOf(parts)), status, slug);
    });

    it.each<[string, string, string, number, string]>([
      ['without a boundary', 'multipart/form-data', 'x', 400, 'bad-request'],
      ['without an end', 'multipart/form-data; boundary=b', '--b\r\n', 400, 'bad-request'],
      [
        'cut off in the file',
        'multipart/form-data; boundary=b',
        '--b\r\ncontent-disposition: form-data; name="picture"; filename="p"\r\n\r\nxyz',
        400,
        'bad-request',
      ],
      ['of another kind', 'application/json', '{}', 415, 'unsupported-media-type'],
      ['that is a picture', 'image/png', 'x', 415, 'unsupported-media-type'],
    ])('refuses a body %s', async (...[, type, raw, status, slug]) => {
      const headers = { 'content-type': type };
      expectProblem(await api.call('POST', '/v1/artworks/a/image', { raw, headers }), status, slug);
    });

    it('is taken nowhere else', async () => {
      const headers = { 'content-type': 'multipart/form-data; boundary=b' };
      const raw = '--b\r\ncontent-disposition: form-data; name="titleId"\r\n\r\nx\r\n--b--\r\n';
      for (const [method, path] of [
        ['POST', '/v1/decisions'],
        ['PUT', '/v1/titles/x'],
        ['PUT', '/v1/artworks/a/image'],
        ['POST', '/v1/artworks/a/image-from-url'],
      ])
        expectProblem(await api.call(method, path, { raw, headers }), 415, 'unsupported-media-type');
    });

    it('leaves the service well when the sender hangs up', async () => {
      const head = {
        authorization: `Bearer ${keyOf('all')}`,
        'content-type': 'multipart/form-data; boundary=b',
        'content-length': '100000',
      };
      const part = '--b\r\ncontent-disposition: form-data; name="picture"; filename="p"\r\n\r\nxyz';
      const socket = await RawSocket.open(api.baseUrl);
      socket.write(requestText('POST /v1/artworks/a/image HTTP/1.1', head, part)).close();
      expect((await api.call('GET', '/health/ready')).status).toBe(200);
    });
  });

  describe('from an address', () => {
    it('fetches it', async () => {
      await put('a', other);
      const { status, body } = await fromUrl('a', `http://${host}/poster`, '?duplicates=allow');
      expect({ status, type: body.mediaType }).toEqual({ status: 200, type: 'image/png' });
      const shown = await fetch(`${api.baseUrl}/v1/artworks/a/image`);
      expect(Buffer.from(await shown.arrayBuffer())).toEqual(picture);
    });

    it.each([
      'http://127.0.0.1/',
      'http://localhost/',
      'http://169.254.169.254/latest/meta-data/',
      'http://[::ffff:10.0.0.1]/',
      'file:///etc/passwd',
      'no address',
    ])('refuses %s', async (url) => {
      const answer = await fromUrl('a', url);
      expectProblem(answer, 422, 'unfetchable-picture');
      expect(answer.body.reason).toBe('PICTURE_URL_REFUSED');
    });

    it('refuses to be led inside', async () => {
      const answer = await fromUrl('a', `http://${host}/inside`);
      expect(answer.body).toMatchObject({ status: 422, reason: 'PICTURE_URL_REFUSED' });
    });

    it('says which field is wrong', async () => {
      for (const url of [7, '', null, 'x'.repeat(2_049)])
        expectProblem(await fromUrl('a', url), 400, 'invalid-body');
      expectProblem(await fromUrl('nobody', `http://${host}/poster`), 404, 'unknown-resource');
    });
  });

  it.each([
    ['PUT', 'image'],
    ['POST', 'image'],
    ['POST', 'image-from-url'],
  ])('needs the scope catalogue: %s %s', async (method, path) => {
    const call = { body: {}, key: keyOf('decide') };
    expectProblem(await api.call(method, `/v1/artworks/a/${path}`, call), 403, 'missing-scope');
  });
});

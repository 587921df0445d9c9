import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { PictureFeatures } from '@keyart/contracts';
import sharp, { type Region } from 'sharp';
import { eventually } from '../support/eventually';
import { startApi, type ApiFixture } from './support/api-fixture';
import { addTitle, artworkBody, page } from './support/catalogue.factory';
import { expectProblem } from './support/expect-problem';

const IMAGE = '/v1/artworks/metropolis-0/image';
const FOR_GOOD = 'public, max-age=31536000, immutable';

/** A dark wide picture with a red face at the left; EXIF turns it upright, and says where it was taken. */
async function pictureOnItsSide(): Promise<Buffer> {
  const face = '<rect x="100" y="200" width="200" height="300" fill="#f00"/>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900">${face}</svg>`;
  const upright = await sharp(Buffer.from(svg)).flatten({ background: '#203040' }).png().toBuffer();
  return sharp(upright)
    .rotate(270)
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .jpeg()
    .toBuffer();
}

/** Mean red of a part, 0 to 255. */
async function rednessOf(bytes: Buffer, part: Region): Promise<number> {
  const cut = await sharp(bytes).extract(part).png().toBuffer();
  return (await sharp(cut).stats()).channels[0].mean;
}

const FEATURES = {
  faces: { faces: [{ box: { x: 0.0625, y: 0.222, width: 0.125, height: 0.334 }, confidence: 0.9 }] },
  lettering: { lines: [] },
  composition: { saliencyCentroid: { x: 0.5, y: 0.5 } },
} as unknown as PictureFeatures;

describe('pictures in other sizes and formats', () => {
  let api: ApiFixture;
  let home: string;
  let sha256: string;
  let picture: Buffer;

  beforeAll(async () => {
    api = await startApi();
    home = api.home;
    await addTitle(api, 'metropolis', [{}]);
    picture = await pictureOnItsSide();
    sha256 = createHash('sha256').update(picture).digest('hex');
    const headers = { 'content-type': 'image/jpeg' };
    await api.call('PUT', IMAGE, { raw: new Uint8Array(picture), headers });
  });
  afterAll(() => api.close());

  const get = (query: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${api.baseUrl}${IMAGE}?${query}`, { headers, method });
  const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
  const keptCount = async (): Promise<number> => {
    const entries = await readdir(path.join(home, 'derivatives'), { recursive: true, withFileTypes: true });
    return entries.filter((one) => one.isFile()).length;
  };

  it('leaves the picture as it was put to who wants nothing else', async () => {
    const response = await get(`v=${sha256}`);
    expect((await bytesOf(response)).equals(picture)).toBe(true);
    expect(response.headers.get('vary')).toBeNull();
  });

  it.each(['avif', 'webp', 'jpeg'])('answers %s upright, scaled and without metadata', async (format) => {
    const response = await get(`width=400&dpr=2&format=${format}&v=${sha256}`);
    const bytes = await bytesOf(response);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
      'content-type': `image/${format}`,
      'content-length': String(bytes.length),
      'cache-control': FOR_GOOD,
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect(response.headers.get('vary')).toBeNull();
    const made = await sharp(bytes).metadata();
    expect(made).toMatchObject({ width: 800, height: 450, space: 'srgb' });
    expect([made.exif, made.xmp, made.icc, made.orientation]).toEqual(Array(4).fill(undefined));
    expect(bytes.includes('somebody')).toBe(false);
    expect(await rednessOf(bytes, { left: 60, top: 110, width: 80, height: 130 })).toBeGreaterThan(200);
  });

  it('answers by Accept, and says that it does', async () => {
    const accepts = { 'image/avif,image/webp,*/*': 'avif', 'image/webp,*/*': 'webp', '*/*': 'jpeg' };
    const tags = new Set<string | null>();
    for (const [accept, format] of Object.entries(accepts)) {
      const response = await get('width=240', { accept });
      expect((await bytesOf(response)).length).toBeGreaterThan(100);
      expect(response.headers.get('content-type')).toBe(`image/${format}`);
      expect(response.headers.get('vary')).toBe('Accept');
      tags.add(response.headers.get('etag'));
    }
    expect(tags.size).toBe(3);
    const named = await get('width=240&format=webp', { accept: 'image/avif' });
    expect(named.headers.get('content-type')).toBe('image/webp');
    expect(tags.has(named.headers.get('etag'))).toBe(true);
    await named.arrayBuffer();
  });

  it('is not sent again to who has it, and has the same head', async () => {
    const query = `width=320&format=webp&v=${sha256}`;
    const first = await get(query);
    const etag = String(first.headers.get('etag'));
    const length = (await bytesOf(first)).length;
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get(query, { 'if-none-match': tag });
      expect({ status: again.status, body: await again.text() }).toEqual({ status: 304, body: '' });
      expect(again.headers.get('etag')).toBe(etag);
      expect(again.headers.get('cache-control')).toBe(FOR_GOOD);
    }
    const other = await get(query, { 'if-none-match': `"${sha256}"` });
    expect(other.status).toBe(200);
    await other.arrayBuffer();
    const head = await get(query, {}, 'HEAD');
    expect({
      status: head.status,
      length: head.headers.get('content-length'),
      etag: head.headers.get('etag'),
    }).toEqual({ status: 200, length: String(length), etag });
    const negotiated = await get('width=320', { 'if-none-match': '*', accept: 'image/webp' });
    expect([negotiated.status, negotiated.headers.get('vary')]).toEqual([304, 'Accept']);
  });

  it('lasts only at the address of this very picture', async () => {
    for (const query of ['width=160', `width=160&v=${'0'.repeat(64)}`]) {
      const response = await get(query);
      expect(response.headers.get('cache-control')).toBe('public, max-age=60, must-revalidate');
      await response.arrayBuffer();
    }
  });

  it('is made once for many at once, and never larger than the picture', async () => {
    const before = await keptCount();
    const answers = await Promise.all(Array.from({ length: 12 }, () => get('width=1920&format=jpeg')));
    const files = await Promise.all(answers.map(bytesOf));
    expect(await sharp(files[0]).metadata()).toMatchObject({ width: 1600, height: 900 });
    for (const file of files) expect(file.equals(files[0])).toBe(true);
    await eventually(keptCount, (count) => count > before);
    expect(await keptCount()).toBe(before + 1);
  });

  it('keeps faces in the crop once the picture was read, and lets that last', async () => {
    const crop = `aspect=2:3&width=240&format=jpeg&v=${sha256}`;
    const unread = await get(crop);
    expect(await sharp(await bytesOf(unread)).metadata()).toMatchObject({ width: 240, height: 360 });
    expect(unread.headers.get('cache-control')).toContain('max-age=60');
    await api.db.database.prisma.artworkReading.create({
      data: {
        ...{ artworkId: 'metropolis-0', sha256, readAt: new Date(), look: {} },
        features: FEATURES as object,
      },
    });
    const read = await eventually(
      () => get(crop),
      (response) => response.headers.get('cache-control') === FOR_GOOD,
    );
    const bytes = await bytesOf(read);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 240, height: 360 });
    // The face is 200 of 600 px wide in a crop that begins at the picture's left edge.
    expect(await rednessOf(bytes, { left: 48, top: 84, width: 64, height: 112 })).toBeGreaterThan(200);
  });

  it.each([
    ['width', 'width=333'],
    ['width', 'width=0'],
    ['width', 'width=4097'],
    ['width', 'width=wide'],
    ['width', 'width=160&width=240'],
    ['width', 'width=400&dpr=1.1'],
    ['dpr', 'width=400&dpr=4'],
    ['dpr', 'dpr=2'],
    ['aspect', 'aspect=5:4&width=160'],
    ['aspect', 'aspect=0:1&width=160'],
    ['aspect', 'aspect=wide'],
    ['format', 'format=gif'],
    ['s', 'width=333&s=short'],
    ['s', `width=333&s=${'A'.repeat(43)}`],
    ['height', 'height=100'],
  ])('refuses %s in ?%s by name', async (field, query) => {
    const answer = await api.call('GET', `${IMAGE}?${query}`, { key: null });
    expectProblem(answer, 400, 'invalid-parameter');
    expect(answer.body.errors[0].field).toBe(field);
    expect(answer.headers.get('cache-control')).toBeNull();
  });

  it('answers any width and aspect at an address that was signed, and at no other', async () => {
    const body = { aspect: '5:4', width: 333, dpr: 1.5, format: 'webp' };
    const signed = await api.call('POST', `${IMAGE}-url`, { body });
    expect(signed.status).toBe(200);
    const url: string = signed.body.url;
    expect(url).toMatch(new RegExp(`^${IMAGE}\\?v=${sha256}&aspect=5%3A4&width=333&dpr=1.5&format=webp&s=`));
    const response = await fetch(api.baseUrl + url);
    expect(await sharp(await bytesOf(response)).metadata()).toMatchObject({ width: 500, height: 400 });
    for (const [from, to] of [
      ['333', '334'],
      ['5%3A4', '4%3A5'],
      ['webp', 'avif'],
      ['metropolis-0', 'metropolis-1'],
    ]) {
      await api.call('PUT', '/v1/artworks/metropolis-1', { body: artworkBody('metropolis') });
      await api.call('PUT', '/v1/artworks/metropolis-1/image?duplicates=allow', {
        raw: new Uint8Array(picture),
        headers: { 'content-type': 'image/jpeg' },
      });
      const other = await api.call('GET', url.replace(from, to), { key: null });
      expectProblem(other, 400, 'invalid-parameter');
      expect(other.body.errors[0].field).toBe('s');
    }
  });

  it('signs for who may write the catalogue, what can be asked for', async () => {
    const sign = (body: object, key?: string) =>
      api.call('POST', `${IMAGE}-url`, { body, ...(key && { key }) });
    expectProblem(await sign({ width: 333 }, 'test-key-decide'), 403, 'missing-scope');
    expect((await sign({ width: 333 }, 'test-key-catalogue')).body.url).toMatch(
      /&width=333&s=[A-Za-z0-9_-]{43}$/,
    );
    for (const body of [
      {},
      { width: '333' },
      { width: 0 },
      { width: 1, aspect: 'x' },
      { width: 1, height: 1 },
    ])
      expectProblem(await sign(body), 400, 'invalid-body');
    expectProblem(
      await api.call('POST', '/v1/artworks/nobody/image-url', { body: { width: 1 } }),
      404,
      'unknown-resource',
    );
  });

  it('says so when the stored picture is gone, and lets nobody keep that answer', async () => {
    await api.call('PUT', '/v1/artworks/lost', { body: artworkBody('metropolis') });
    const data = { sha256: 'f'.repeat(64), widthPx: 10, heightPx: 10, sizeBytes: 1, mediaType: 'image/png' };
    await api.db.database.prisma.artwork.update({ where: { id: 'lost' }, data });
    const ask = () => api.call('GET', `/v1/artworks/lost/image?width=160&v=${data.sha256}`, { key: null });
    const answer = await eventually(ask, ({ body }) => !String(body.detail).includes('such picture'));
    expectProblem(answer, 404, 'unknown-resource');
    expect([answer.headers.get('etag'), answer.headers.get('cache-control')]).toEqual([null, null]);
  });

  it('comes with a placeholder in the answer to a page', async () => {
    const { body } = await api.call('POST', '/v1/decisions', { body: page(['metropolis']) });
    const [{ artworkId, placeholder }] = body.decisions;
    const { blurhash, dominantColour } = (await api.call('GET', `/v1/artworks/${artworkId}`)).body;
    expect(placeholder).toEqual({ blurhash, dominantColour });
    expect((await api.call('GET', '/v1/artworks/metropolis-0')).body).toMatchObject({
      blurhash: expect.stringMatching(/^.{28}$/),
      dominantColour: expect.stringMatching(/^#[0-9a-f]{6}$/),
    });
  });
});

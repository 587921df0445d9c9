import { createHash } from 'node:crypto';
import { startApi, type ApiFixture } from './support/api-fixture';
import { addTitle, artworkBody, page, pngOf, TITLE } from './support/catalogue.factory';
import { expectProblem } from './support/expect-problem';

describe('titles, artworks and pictures', () => {
  let api: ApiFixture;

  beforeAll(async () => {
    api = await startApi();
    await addTitle(api, 'metropolis', [{}]);
  });
  afterAll(() => api.close());

  const putImage = (id: string, raw: Uint8Array, type = 'image/png') =>
    api.call('PUT', `/v1/artworks/${id}/image`, { raw, headers: { 'content-type': type } });

  it('keeps what was put', async () => {
    const { body } = await api.call('GET', '/v1/titles/metropolis');
    expect(body).toEqual({
      ...{ titleId: 'metropolis', cast: [], tags: [], originCountries: [], originalLanguage: null },
      ...TITLE,
    });
    const artwork = await api.call('GET', '/v1/artworks/metropolis-0');
    expect(artwork.body).toMatchObject({ artworkId: 'metropolis-0', widthPx: 480, mediaType: 'image/png' });
    const listed = await api.call('GET', '/v1/titles/metropolis/artworks');
    expect(listed.body.items).toEqual([artwork.body]);
  });

  it('keeps the picture when the metadata change, and decides with the change at once', async () => {
    const body = artworkBody('metropolis', { reviewState: 'rejected', caption: 'New words.' });
    const { body: saved } = await api.call('PUT', '/v1/artworks/metropolis-0', { body });
    expect(saved).toMatchObject({ widthPx: 480, caption: 'New words.' });
    const refused = await api.call('POST', '/v1/decisions', { body: page(['metropolis']) });
    expect(refused.body.errors[0].code).toBe('no-eligible-artwork');
    await api.call('PUT', '/v1/artworks/metropolis-0', { body: artworkBody('metropolis') });
    const served = await api.call('POST', '/v1/decisions', { body: page(['metropolis']) });
    expect(served.body.decisions[0].artworkId).toBe('metropolis-0');
  });

  it('serves a picture with its content hash as a strong entity tag', async () => {
    const bytes = await pngOf(20);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const url = `${api.baseUrl}/v1/artworks/metropolis-0/image`;
    const response = await fetch(`${url}?v=${sha256}`);
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      etag: `"${sha256}"`,
      'content-type': 'image/png',
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const plain = await fetch(url);
    expect(plain.headers.get('cache-control')).not.toContain('immutable');
    await plain.arrayBuffer();
    for (const tag of [`"${sha256}"`, `W/"${sha256}"`, `"other", "${sha256}"`, '*']) {
      const again = await fetch(url, { headers: { 'if-none-match': tag } });
      expect({ tag, status: again.status, body: await again.text() }).toEqual({ tag, status: 304, body: '' });
    }
    const changed = await fetch(url, { headers: { 'if-none-match': '"other"' }, method: 'HEAD' });
    expect(changed.status).toBe(200);
  });

  it('refuses what is no usable picture', async () => {
    const cut = (await pngOf(1)).subarray(0, 60);
    expectProblem(
      await putImage('metropolis-0', new TextEncoder().encode('<svg/>')),
      422,
      'unusable-picture',
    );
    expectProblem(await putImage('metropolis-0', new Uint8Array(cut)), 422, 'unusable-picture');
    expectProblem(await putImage('metropolis-0', new Uint8Array()), 422, 'unusable-picture');
    expectProblem(await putImage('metropolis-0', new Uint8Array(21 * 1024 * 1024)), 413, 'body-too-large');
    expectProblem(
      await putImage('metropolis-0', new Uint8Array(9), 'image/gif'),
      415,
      'unsupported-media-type',
    );
    expectProblem(
      await putImage('metropolis-0', new Uint8Array(9), 'application/json'),
      415,
      'unsupported-media-type',
    );
    expectProblem(await putImage('nobody', new Uint8Array(await pngOf(1))), 404, 'unknown-resource');
    expect((await api.call('GET', '/v1/artworks/metropolis-0')).body.widthPx).toBe(480);
  });

  it('has no picture before one was put', async () => {
    await api.call('PUT', '/v1/artworks/bare', { body: artworkBody('metropolis') });
    expectProblem(await api.call('GET', '/v1/artworks/bare/image'), 404, 'unknown-resource');
  });

  it('lists titles a page at a time, each once', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await api.call('PUT', `/v1/titles/${id}`, { body: TITLE });
    const seen: string[] = [];
    let query = '?limit=2';
    while (query) {
      const { body } = await api.call('GET', `/v1/titles${query}`);
      seen.push(...body.items.map(({ titleId }: { titleId: string }) => titleId));
      query = body.nextCursor ? `?limit=2&after=${body.nextCursor}` : '';
    }
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'metropolis']);
  });
});

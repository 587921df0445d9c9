import sharp from 'sharp';
import type { ApiFixture } from './api-fixture';

export const SURFACE = { aspect: '16:9', locale: 'en', region: 'PT', device: 'web', maturity: '18' };

export const TITLE = {
  name: 'Metropolis',
  year: 1927,
  synopsis: 'A city above, a city below.',
  genres: ['Science Fiction', 'Drama'],
  maturity: '7',
  facets: { 'science-fiction': 0.9, drama: 0.4 },
};

export const artworkBody = (titleId: string, more: object = {}) => ({
  titleId,
  aspect: '16:9',
  maturity: '0',
  isSpoiler: false,
  isEditorialDefault: false,
  reviewState: 'approved',
  caption: 'A robot with a copper face before towers of light.',
  facets: { 'science-fiction': 0.9 },
  isDrawn: true,
  origin: 'drawn for the tests',
  author: 'keyart',
  licence: 'CC0-1.0',
  ...more,
});

export function pngOf(red: number, size = { width: 480, height: 270 }): Promise<Buffer> {
  return sharp({ create: { ...size, channels: 3, background: { r: red, g: 90, b: 160 } } })
    .png()
    .toBuffer();
}

/** Adds a title with pictures through the API; artwork ids are `<titleId>-0`, `<titleId>-1` … */
export async function addTitle(api: ApiFixture, titleId: string, artworks: readonly object[]): Promise<void> {
  await expectOk(api.call('PUT', `/v1/titles/${titleId}`, { body: TITLE }));
  for (const [index, more] of artworks.entries()) {
    const id = `${titleId}-${index}`;
    await expectOk(api.call('PUT', `/v1/artworks/${id}`, { body: artworkBody(titleId, more) }));
    const raw = new Uint8Array(await pngOf(20 + index * 40));
    const headers = { 'content-type': 'image/png' };
    await expectOk(api.call('PUT', `/v1/artworks/${id}/image`, { raw, headers }));
  }
}

async function expectOk(answer: ReturnType<ApiFixture['call']>): Promise<void> {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
}

export const page = (titleIds: readonly string[], more: object = {}) => ({
  memberId: 'ana',
  surface: SURFACE,
  titles: titleIds.map((titleId, position) => ({ titleId, row: 0, position })),
  ...more,
});

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { catalogueOf, FolderPictureStore } from '@keyart/catalog';
import { contentHash, createLogger, loadConfiguration, projectRoot, SystemClock } from '@keyart/common';
import { API_SCOPES, type VideoDto, type VideoFrame } from '@keyart/contracts';
import { ApiKeysRepository } from '@keyart/db';
import { BullJobProducer, queueOptions } from '@keyart/queue';
import { openVision, type Vision } from '@keyart/vision';
import { createApi } from '../../apps/api/src/create-api';
import { createWorker } from '../../apps/worker/src/create-worker';
import { eventually } from '../support/eventually';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const KEY = 'videos-key';
const LIMIT_MS = 300_000;
const CLIP = path.join(projectRoot(), 'artwork-fixtures', 'clips', 'bigbuckbunny.mp4');
const SURFACE = { aspect: '16:9', locale: 'en', region: 'PT', device: 'web', maturity: '18' };
const TITLE = {
  ...{ name: 'Big Buck Bunny', year: 2008, genres: ['Animation'], maturity: '0', facets: { comedy: 0.8 } },
  synopsis: 'A big rabbit and three rodents.',
};
const FACTS = { author: 'Blender Foundation', licence: 'CC BY 3.0', rightsUntil: '2099-01-01T00:00:00Z' };

jest.setTimeout(LIMIT_MS);

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // Tests look into answers of every shape.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

describe('a video, from upload to an artwork that viewers are shown', () => {
  let test: TestDatabase;
  let home: string;
  let vision: Vision;
  let api: NestFastifyApplication;
  let worker: INestApplicationContext;
  let jobs: BullJobProducer;
  let baseUrl: string;

  beforeAll(async () => {
    test = await createTestDatabase();
    home = await mkdtemp(path.join(tmpdir(), 'keyart-videos-'));
    const { database, url: databaseUrl } = test;
    const keys = new ApiKeysRepository(database);
    await keys.create({ name: 'test', keyHash: contentHash(KEY), scopes: [...API_SCOPES] });
    const configuration = {
      ...loadConfiguration({ MODEL_FILES: process.env.MODEL_FILES }),
      ...{ KEYART_HOME: home, SCHEDULES: 'off' as const, LLM: 'off' as const },
    };
    const logger = createLogger('test', 'silent');
    const clock = new SystemClock();
    const pictures = new FolderPictureStore(path.join(home, 'pictures'));
    jobs = new BullJobProducer(queueOptions({ databaseUrl }));
    vision = await openVision(configuration);
    const catalogue = catalogueOf(database, logger);
    await catalogue.refresh();
    const dependencies = { database, jobs, pictures, logger };
    api = await createApi({ configuration, clock, dependencies, withPages: true });
    await api.listen(0, '127.0.0.1');
    baseUrl = await api.getUrl();
    const shared = { configuration, database, databaseUrl, catalogue, pictures, vision };
    worker = await createWorker({ ...shared, llm: null, clock, logger });
    await call('PUT', '/v1/titles/bunny', TITLE);
  });

  afterAll(async () => {
    await worker.close();
    await api.close();
    await jobs.close();
    await vision.close();
    await test.drop();
    await rm(home, { recursive: true });
  });

  async function call(method: string, route: string, body?: object): Promise<Answer> {
    const isForm = body instanceof FormData;
    const response = await fetch(baseUrl + route, {
      method,
      headers: {
        authorization: `Bearer ${KEY}`,
        ...(body && !isForm && { 'content-type': 'application/json' }),
      },
      ...(body && { body: isForm ? body : JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const { status, headers } = response;
    return { status, headers, body: isJson ? JSON.parse(bytes.toString('utf8')) : bytes };
  }

  function upload(
    bytes: Buffer,
    fileName: string,
    { titleId = 'bunny', facts = FACTS }: { titleId?: string; facts?: object } = {},
  ): Promise<Answer> {
    const form = new FormData();
    for (const [name, value] of Object.entries(facts)) form.append(name, String(value));
    form.append('video', new Blob([new Uint8Array(bytes)]), fileName);
    return call('POST', `/v1/titles/${titleId}/videos`, form);
  }

  async function ended(videoId: string): Promise<VideoDto> {
    const answer = await eventually(
      () => call('GET', `/v1/videos/${videoId}`),
      ({ body }) => ['ready', 'failed'].includes(body.status),
      LIMIT_MS,
    );
    return answer.body as VideoDto;
  }

  let videoId: string;
  let best: VideoFrame;
  let artworkId: string;

  it('is analysed: shots, scenes, ranked frames with crops, and pictures of them', async () => {
    const answer = await upload(await readFile(CLIP), 'bunny.mp4');
    expect(answer.status).toBe(202);
    videoId = answer.body.videoId;
    expect(await ended(videoId)).toMatchObject({
      ...{
        status: 'ready',
        progress: 1,
        problemCode: null,
        fileName: 'bunny.mp4',
        author: 'Blender Foundation',
      },
      probe: { durationMs: expect.any(Number), widthPx: expect.any(Number) },
    });
    const { items: shots } = (await call('GET', `/v1/videos/${videoId}/shots`)).body;
    const { items: scenes } = (await call('GET', `/v1/videos/${videoId}/scenes`)).body;
    expect(shots.length).toBeGreaterThanOrEqual(scenes.length);
    expect(scenes.length).toBeGreaterThan(0);
    const { items: frames } = (await call('GET', `/v1/videos/${videoId}/frames`)).body as {
      items: VideoFrame[];
    };
    const fine = (await call('GET', `/v1/videos/${videoId}/frames?faults=none`)).body.items as VideoFrame[];
    expect(fine).toEqual(frames.filter(({ faults }) => faults.length === 0));
    best = fine.find(({ rank }) => rank === 1)!;
    expect(best.crops.map(({ aspect }) => aspect)).toContain('16:9');

    const route = `/v1/videos/${videoId}/frames/${best.frame}/image?aspect=16:9`;
    const image = await call('GET', route);
    expect(image.headers.get('content-type')).toBe('image/jpeg');
    expect(image.body.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    const headers = { authorization: `Bearer ${KEY}`, 'if-none-match': image.headers.get('etag')! };
    expect((await fetch(baseUrl + route, { headers })).status).toBe(304);
  });

  it('is known again when it is uploaded again, and kept once', async () => {
    expect((await upload(await readFile(CLIP), 'again.mp4')).body).toMatchObject({
      videoId,
      status: 'ready',
    });
    expect((await call('GET', '/v1/titles/bunny/videos')).body.items).toHaveLength(1);
    const files = (await readdir(path.join(home, 'videos'))).filter((name) => !name.endsWith('.frames'));
    expect(files).toHaveLength(1);
  });

  it('gives an artwork that is read, waits for an editor, and is one however often it is promoted', async () => {
    const route = `/v1/videos/${videoId}/frames/${best.frame}/promote`;
    const made = await call('POST', route, { aspect: '16:9' });
    expect(made).toMatchObject({
      status: 200,
      body: {
        ...{ titleId: 'bunny', reviewState: 'candidate', author: 'Blender Foundation', licence: 'CC BY 3.0' },
        ...{ rightsUntil: '2099-01-01T00:00:00.000Z', framePositionFraction: best.positionFraction },
        origin: expect.stringMatching(/^bunny\.mp4, frame at \d+\.\d{3} s$/),
      },
    });
    ({ artworkId } = made.body);
    const reading = await eventually(
      () => call('GET', `/v1/artworks/${artworkId}/reading`),
      ({ body }) => body.state === 'judged',
      LIMIT_MS,
    );
    expect(reading.body.reading.description).not.toBeNull();
    const decided = await decide('before');
    expect(decided.body.decisions?.[0]?.artworkId ?? null).not.toBe(artworkId);

    await call('PUT', `/v1/artworks/${artworkId}/review`, { state: 'approved' });
    const again = await call('POST', route, { aspect: '16:9' });
    expect(again.body).toMatchObject({ artworkId, reviewState: 'approved', sha256: made.body.sha256 });
  });

  it('is shown once approved, with a propensity', async () => {
    const { body } = await decide('ana');
    expect(body.decisions[0].artworkId).toBe(artworkId);
    const record = (await call('GET', `/v1/decisions/${body.decisions[0].decisionId}`)).body;
    expect(record.candidates.map((one: { artworkId: string }) => one.artworkId)).toContain(artworkId);
    expect(record.propensity).toBeGreaterThan(0);
  });

  it('counts what happens while it plays once, and tells nothing below 300 plays', async () => {
    const { items: shots } = (await call('GET', `/v1/videos/${videoId}/shots`)).body;
    const toMs = shots.at(-1).toMs as number;
    const occurredAt = new Date().toISOString();
    const plays = (from: number, count: number): object[] =>
      Array.from({ length: count }, (_, i) => ({
        eventId: `p${from + i}`,
        kind: 'play',
        fromMs: 0,
        toMs,
        occurredAt,
      }));
    const post = (events: object[]): Promise<Answer> =>
      call('POST', `/v1/videos/${videoId}/playback-events`, { events });
    const engagement = async () => (await call('GET', `/v1/videos/${videoId}/engagement`)).body;

    expect((await post(plays(0, 299))).body).toEqual({ accepted: 299, duplicates: 0 });
    expect(await engagement()).toMatchObject({ playCount: 299, isEnough: false, meanRate: null, shots: [] });
    expect((await post(plays(200, 101))).body).toEqual({ accepted: 2, duplicates: 99 });
    const hot = shots.at(-1);
    const replays = Array.from({ length: 60 }, (_, i) => ({
      ...{ eventId: `r${i}`, kind: 'replay', fromMs: hot.fromMs, toMs: hot.toMs, occurredAt },
    }));
    expect((await post([...replays, replays[0]])).body).toEqual({ accepted: 60, duplicates: 1 });
    const { playCount, shots: engaged } = await engagement();
    expect(playCount).toBe(301);
    expect(engaged.at(-1)).toMatchObject({ shot: hot.shot, replayCount: 60, exposureCount: 301 });

    const wrong = await post([{ eventId: 'x', kind: 'play', fromMs: 5, occurredAt }]);
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ field: 'events[0].toMs' }] } });
    const old = { eventId: 'y', kind: 'pause', fromMs: 5, occurredAt: '2020-01-01T00:00:00Z' };
    expect((await post([old])).body.errors[0].field).toBe('events[0].occurredAt');
  });

  it('has a page with its shots, frames and the call that promotes one', async () => {
    const page = await call('GET', `/videos/${videoId}`);
    expect(page.status).toBe(200);
    const text = page.body.toString('utf8') as string;
    expect(text).toContain('data:image/jpeg;base64,');
    expect(text).toContain(`/v1/videos/${videoId}/frames/${best.frame}/promote`);
    expect(text).not.toContain('<script');
  });

  it('is refused without author, with unknown fields, without file, and for unknown titles', async () => {
    const bytes = Buffer.from('something');
    expect(await upload(bytes, 'a.mp4', { facts: { licence: 'CC0' } })).toMatchObject({ status: 400 });
    expect(await upload(bytes, 'a.mp4', { facts: { ...FACTS, more: 'x' } })).toMatchObject({ status: 400 });
    expect(await upload(Buffer.alloc(0), 'a.mp4')).toMatchObject({ status: 400 });
    expect(await upload(bytes, 'a.mp4', { titleId: 'nobody' })).toMatchObject({ status: 404 });
    expect(await call('POST', '/v1/titles/bunny/videos', { a: 1 })).toMatchObject({ status: 415 });
    const files = (await readdir(path.join(home, 'videos'))).filter((name) => !name.endsWith('.frames'));
    expect(files).toHaveLength(1);
  });

  it('ends as failed with a code where the file is none, and the worker goes on', async () => {
    const clip = await readFile(CLIP);
    const hostile: [string, Buffer][] = [
      ['playlist.mp4', Buffer.from('#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n')],
      ['concat.mp4', Buffer.from("ffconcat version 1.0\nfile '/etc/passwd'\n")],
      ['noise.mp4', Buffer.from('there is no video in here, whatever the name says')],
      ['cut.mp4', clip.subarray(0, Math.floor(clip.length * 0.6))],
    ];
    const codes: Record<string, string | null> = {};
    for (const [name, bytes] of hostile) {
      const { body } = await upload(bytes, name);
      const video = await ended(body.videoId);
      codes[name] = video.problemCode;
      expect(video).toMatchObject({ status: 'failed', problem: expect.stringContaining(name) });
      expect(video.problem).not.toContain(home);
      expect((await call('GET', `/v1/videos/${body.videoId}/frames`)).status).toBe(409);
      expect((await call('DELETE', `/v1/videos/${body.videoId}`)).status).toBe(204);
      expect((await call('GET', `/v1/videos/${body.videoId}`)).status).toBe(404);
    }
    expect(codes).toEqual({
      'playlist.mp4': 'VIDEO_FORMAT_REFUSED',
      'concat.mp4': 'VIDEO_FORMAT_REFUSED',
      'noise.mp4': expect.stringMatching(/^VIDEO_(UNREADABLE|FORMAT_REFUSED)$/),
      'cut.mp4': expect.stringMatching(/^VIDEO_(TRUNCATED|UNREADABLE)$/),
    });
    expect(
      (await readdir(path.join(home, 'videos'))).filter((name) => !name.endsWith('.frames')),
    ).toHaveLength(1);
  });

  function decide(memberId: string): Promise<Answer> {
    const titles = [{ titleId: 'bunny', row: 0, position: 0 }];
    return call('POST', '/v1/decisions', { memberId, surface: SURFACE, titles });
  }
});

import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  DerivativeFolder,
  Derivatives,
  FolderPictureStore,
  planDerivative,
  SharpDerivativeEncoder,
  type DerivativeEncoder,
  type DerivativePlan,
  type DerivativesOptions,
  type StoredPicture,
} from '@keyart/catalog';
import { createLogger, ManualClock } from '@keyart/common';
import { eventually } from '../../support/eventually';
import { EVENING } from '../../support/record.factory';

const POSTER = path.resolve(__dirname, '../../../artwork-fixtures/pictures/big-buck-bunny/poster.jpg');
const MINUTE_MS = 60_000;
const logger = createLogger('medium', 'silent');

/** sharp, counting; does as told before it encodes. */
class CountingEncoder implements DerivativeEncoder {
  count = 0;
  before: () => Promise<void> = async () => undefined;
  private readonly sharp = new SharpDerivativeEncoder();
  version = this.sharp.version;

  async encode(picture: Buffer, plan: DerivativePlan): Promise<Buffer> {
    this.count++;
    await this.before();
    return this.sharp.encode(picture, plan);
  }
}

describe('Derivatives', () => {
  const running: Derivatives[] = [];
  let root: string;
  let folder: string;
  let pictures: FolderPictureStore;
  let picture: StoredPicture;
  let clock: ManualClock;
  let encoder: CountingEncoder;

  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'keyart-derivatives-'));
    folder = path.join(root, 'made', 'when', 'missing');
    pictures = new FolderPictureStore(path.join(root, 'pictures'));
    picture = await pictures.put(await readFile(POSTER));
    clock = new ManualClock(EVENING.getTime());
    encoder = new CountingEncoder();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((derivatives) => derivatives.settled()));
    await rm(root, { recursive: true });
  });

  /** As after a start of the process: nothing in memory. */
  const started = (maxBytes = 10 ** 9, over: Partial<DerivativesOptions> = {}): Derivatives => {
    const kept = new DerivativeFolder({ root: folder, maxBytes, clock, logger });
    const derivatives = new Derivatives({ pictures, encoder, clock, folder: kept, ...over });
    running.push(derivatives);
    return derivatives;
  };
  /** By a process of its own, which ends. */
  const made = async (widthPx: number, maxBytes?: number): Promise<Buffer> => {
    const derivatives = started(maxBytes);
    const bytes = await derivatives.bytesOf(planOf(widthPx));
    await derivatives.settled();
    return bytes;
  };
  const planOf = (widthPx: number): DerivativePlan =>
    planDerivative(picture, { aspect: '1:1', widthPx, format: 'webp' }, null);
  const files = async (): Promise<string[]> => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
  };
  const sizeOfFiles = async (): Promise<number> => {
    const sizes = await Promise.all((await files()).map(async (file) => (await stat(file)).size));
    return sizes.reduce((sum, size) => sum + size, 0);
  };

  it('makes a picture once for all who want it at once, and others meanwhile', async () => {
    const derivatives = started();
    const wanted = [160, 240, 160, 240, 160].map((widthPx) => derivatives.bytesOf(planOf(widthPx)));
    const [a, b, ...again] = await Promise.all(wanted);
    expect(again).toEqual([a, b, a]);
    expect(a).not.toEqual(b);
    expect(encoder.count).toBe(2);
    await derivatives.bytesOf(planOf(160));
    expect(encoder.count).toBe(2);
    expect(derivatives.counter).toMatchObject({ hitCount: 1, missCount: 2 });
  });

  it('finds what was made after a restart, under one whole file', async () => {
    const first = await made(160);
    const again = started();
    expect(await again.bytesOf(planOf(160))).toEqual(first);
    expect(encoder.count).toBe(1);
    expect(again.counter).toMatchObject({ hitCount: 1, missCount: 0 });
    expect(await files()).toEqual([
      path.join(folder, again.keyOf(planOf(160)).slice(0, 2), again.keyOf(planOf(160))),
    ]);
  });

  it('makes it anew with another encoder', async () => {
    await made(160);
    encoder.version = 'another';
    await made(160);
    expect(encoder.count).toBe(2);
  });

  it.each([
    ['cut off', (file: string) => truncate(file, 1000)],
    ['empty', (file: string) => truncate(file, 0)],
    ['damaged', async (file: string) => writeFile(file, (await readFile(file)).fill(7, 100, 110))],
  ])('does not serve a file that is %s', async (_, damage) => {
    const whole = await made(160);
    const [file] = await files();
    await damage(file);
    expect(await made(160)).toEqual(whole);
    expect(encoder.count).toBe(2);
    expect(await made(160)).toEqual(whole);
    expect(encoder.count).toBe(2);
  });

  it('keeps within its bytes; what was not asked for longest goes first, also what an earlier process made', async () => {
    const widths = [400, 401, 402, 403];
    const derivatives = started();
    for (const width of widths) {
      await derivatives.bytesOf(planOf(width));
      await derivatives.settled();
      clock.advance(MINUTE_MS);
    }
    await derivatives.bytesOf(planOf(400));
    await derivatives.settled();
    const fileBytes = Math.ceil((await sizeOfFiles()) / widths.length);

    clock.advance(MINUTE_MS);
    const small = started(fileBytes * 4);
    await small.bytesOf(planOf(402));
    clock.advance(MINUTE_MS);
    await small.bytesOf(planOf(404));
    await small.settled();
    expect(await sizeOfFiles()).toBeLessThanOrEqual(fileBytes * 4);

    encoder.count = 0;
    const later = started();
    for (const width of [400, 402, 404]) await later.bytesOf(planOf(width));
    expect(encoder.count).toBe(0);
    await later.bytesOf(planOf(401));
    expect(encoder.count).toBe(1);
  });

  it('stays within its bytes over many pictures', async () => {
    const maxBytes = 60_000;
    const derivatives = started(maxBytes);
    for (let width = 100; width < 140; width++) await derivatives.bytesOf(planOf(width));
    await derivatives.settled();
    const left = await sizeOfFiles();
    expect(left).toBeLessThanOrEqual(maxBytes);
    expect(left).toBeGreaterThan(maxBytes / 2);
  });

  it('serves on when nothing can be kept', async () => {
    await writeFile(path.join(root, 'made'), 'a file, where a folder is wanted');
    const derivatives = started();
    expect((await derivatives.bytesOf(planOf(160))).length).toBeGreaterThan(100);
    await derivatives.settled();
  });

  it('fails for all who wait, keeps nothing of it, and tries again', async () => {
    const derivatives = started();
    encoder.before = () => Promise.reject(new Error('out of memory'));
    const waiting = [planOf(160), planOf(160)].map((plan) => derivatives.bytesOf(plan));
    const outcomes = await Promise.allSettled(waiting);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(encoder.count).toBe(1);
    encoder.before = async () => undefined;
    expect((await derivatives.bytesOf(planOf(160))).length).toBeGreaterThan(100);
  });

  it('says which picture cannot be made when its file is broken', async () => {
    const broken = { read: async () => Buffer.from('no picture') };
    const derivatives = started(undefined, { pictures: broken });
    await expect(derivatives.bytesOf(planOf(160))).rejects.toMatchObject({ code: 'DERIVATIVE_NOT_MADE' });
    expect(await files().catch(() => [])).toEqual([]);
  });

  it('encodes few at a time, and turns away who would wait too long', async () => {
    let encoding = 0;
    let most = 0;
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const slow: DerivativeEncoder = {
      version: 'slow',
      encode: async () => {
        most = Math.max(most, ++encoding);
        await gate;
        encoding--;
        return Buffer.from('bytes');
      },
    };
    const derivatives = started(undefined, { encoder: slow });
    const waiting = Array.from({ length: 600 }, (_, i) => derivatives.bytesOf(planOf(i + 1)));
    const outcomes = Promise.allSettled(waiting);
    await expect(Promise.any(waiting.slice(-1))).rejects.toMatchObject({
      errors: [{ code: 'DERIVATIVES_BUSY', isRetryable: true }],
    });
    await eventually(
      async () => encoding,
      (count) => count === 2,
    );
    release();
    const done = (await outcomes).filter(({ status }) => status === 'fulfilled');
    expect(done).toHaveLength(502);
    expect(most).toBe(2);
  });
});

/* eslint-disable jest/no-export -- a suite that every implementation runs */
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { inspectPicture, type PictureStore } from '@keyart/catalog';
import { DependencyError } from '@keyart/common';
import sharp, { type Sharp } from 'sharp';

/** A store to put through the suite. */
export interface PictureStoreRig {
  readonly store: PictureStore;
  /** How many files or objects there are. */
  count(): Promise<number>;
  /** From now on nothing can be written. */
  breakDown(): Promise<void>;
  dispose(): Promise<void>;
}

function picture(width = 40, height = 30): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#336699' } });
}

/** What every picture store promises. */
export function describePictureStore(name: string, open: () => Promise<PictureStoreRig>): void {
  describe(`picture store: ${name}`, () => {
    let rig: PictureStoreRig;
    beforeEach(async () => {
      rig = await open();
    });
    afterEach(() => rig.dispose());

    it.each([
      ['image/jpeg', () => picture().jpeg().toBuffer()],
      ['image/png', () => picture().png().toBuffer()],
      ['image/webp', () => picture().webp().toBuffer()],
      ['image/avif', () => picture().avif().toBuffer()],
    ])('keeps %s under its hash, byte for byte', async (mediaType, make) => {
      const bytes = await make();
      const stored = await rig.store.put(bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const sizeBytes = bytes.length;
      expect(stored).toMatchObject({ sha256, widthPx: 40, heightPx: 30, sizeBytes, mediaType });
      const opened = await rig.store.open(sha256);
      expect(opened.sizeBytes).toBe(bytes.length);
      expect(await buffer(opened.stream())).toEqual(bytes);
      expect(await rig.store.read(sha256)).toEqual(bytes);
    });

    it('takes what was measured before, and measures no second time', async () => {
      const bytes = await picture().png().toBuffer();
      const measured = { ...(await inspectPicture(bytes)), mediaType: 'image/webp' };
      expect(await rig.store.put(bytes, measured)).toBe(measured);
      expect(await rig.store.read(measured.sha256)).toEqual(bytes);
    });

    it('takes the same picture many times at once and keeps one', async () => {
      const bytes = await picture().png().toBuffer();
      const stored = await Promise.all(Array.from({ length: 8 }, () => rig.store.put(bytes)));
      expect(new Set(stored.map(({ sha256 }) => sha256)).size).toBe(1);
      expect(await rig.count()).toBe(1);
    });

    it('keeps nothing of what is no picture', async () => {
      await expect(rig.store.put(Buffer.from('no picture'))).rejects.toMatchObject({
        code: 'PICTURE_FORMAT_REFUSED',
      });
      expect(await rig.count()).toBe(0);
    });

    it.each(['0'.repeat(64), '../../etc/passwd', '', 'ab/cd', 'A'.repeat(64)])(
      'finds nothing under "%s"',
      async (sha256) => {
        await expect(rig.store.open(sha256)).rejects.toMatchObject({ code: 'PICTURE_NOT_FOUND' });
        await expect(rig.store.read(sha256)).rejects.toMatchObject({ code: 'PICTURE_NOT_FOUND' });
      },
    );

    it('says that it can be written to, and leaves nothing by that', async () => {
      await rig.store.checkWritable();
      expect(await rig.count()).toBe(0);
    });

    it('says so when it cannot be written to', async () => {
      await rig.breakDown();
      const bytes = await picture().png().toBuffer();
      for (const [attempt, code] of [
        [() => rig.store.put(bytes), 'PICTURE_NOT_STORED'],
        [() => rig.store.checkWritable(), 'PICTURES_NOT_WRITABLE'],
      ] as const) {
        const error: unknown = await attempt().catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(DependencyError);
        expect(error).toMatchObject({ code, isRetryable: true });
      }
    });
  });
}

import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openPictureStore, S3PictureStore, s3LocationOf } from '@keyart/catalog';
import { Configuration } from '@keyart/common';
import sharp from 'sharp';
import { startObjectStore, type ObjectStore } from '../../support/object-store';

const SHORT = { connectMs: 300, answerMs: 300, silenceMs: 300, attemptCount: 2 };

describe('S3PictureStore', () => {
  let objects: ObjectStore;
  let bytes: Buffer;
  beforeAll(async () => {
    objects = await startObjectStore();
    bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } })
      .png()
      .toBuffer();
  });
  afterAll(() => objects.dispose());

  const urlOf = (bucket: string, endpoint = objects.endpoint): string =>
    `s3://${bucket}?endpoint=${endpoint}&pathStyle=true`;

  it('is what PICTURES_URL opens, with keys by hash below the prefix', async () => {
    const url = `s3://pictures/in?endpoint=${objects.endpoint}&pathStyle=true`;
    const store = openPictureStore(Object.assign(new Configuration(), { PICTURES_URL: url }));
    const { sha256 } = await store.put(bytes);
    const folder = path.join(objects.directory, 'pictures/in', sha256.slice(0, 2), sha256.slice(2, 4));
    expect(await readdir(folder)).toContain(`${sha256}._S3rver_object`);
  });

  it.each(['open', 'put', 'checkWritable'] as const)(
    'gives up on a bucket that is not there: %s',
    async (method) => {
      const store = new S3PictureStore(s3LocationOf(urlOf('nowhere')));
      const attempts = {
        open: () => store.read('0'.repeat(64)),
        put: () => store.put(bytes),
        checkWritable: () => store.checkWritable(),
      };
      await expect(attempts[method]()).rejects.toMatchObject({
        isRetryable: false,
        message: 'the object store of the pictures failed: NoSuchBucket',
      });
    },
  );

  it('breaks a stream off with an error when the store goes away', async () => {
    const gone = await startObjectStore();
    const store = new S3PictureStore(s3LocationOf(urlOf('pictures', gone.endpoint)));
    const opened = await store.open((await store.put(bytes)).sha256);
    await gone.dispose();
    await expect(buffer(opened.stream())).rejects.toMatchObject({ code: 'PICTURES_UNAVAILABLE' });
  });

  describe('of a server that never answers', () => {
    let server: Server;
    const sockets: Socket[] = [];
    beforeAll(async () => {
      server = createServer((socket) => void sockets.push(socket));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });
    afterAll(() => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
    });

    it('tries twice and then gives up in time', async () => {
      const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const store = new S3PictureStore(s3LocationOf(urlOf('pictures', endpoint)), SHORT);
      const startedMs = performance.now();
      await expect(store.open('0'.repeat(64))).rejects.toMatchObject({
        code: 'PICTURES_UNAVAILABLE',
        isRetryable: true,
        message: 'the object store of the pictures failed: TimeoutError',
      });
      expect(performance.now() - startedMs).toBeLessThan(5_000);
      expect(sockets).toHaveLength(2);
    });

    it('says soon that nothing can be written', async () => {
      const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const store = new S3PictureStore(s3LocationOf(urlOf('pictures', endpoint)));
      const startedMs = performance.now();
      await expect(store.checkWritable()).rejects.toMatchObject({
        code: 'PICTURES_NOT_WRITABLE',
        isRetryable: true,
      });
      expect(performance.now() - startedMs).toBeLessThan(8_000);
    });
  });
});

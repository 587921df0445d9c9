import path from 'node:path';
import { rmSync } from 'node:fs';
import { openExtractingReader } from '../analyser/open-extracting-reader';
import { OnnxRuntime } from '../onnx/onnx-runtime';
import { meanColourEncoder } from '../test-models/mean-colour-encoder.factory';
import { fixturePicture } from '../test-pictures/fixture-pictures.factory';
import { ThreadedReader } from './threaded.reader';

const picture = fixturePicture('sintel/girl-by-the-fire.jpg');

describe('ThreadedReader', () => {
  let reader: ThreadedReader;
  beforeAll(async () => {
    reader = await ThreadedReader.open();
  });
  afterAll(() => reader.close());

  it('reads what one thread reads, several at a time', async () => {
    const runtime = new OnnxRuntime({ intraOpThreadCount: 1 });
    const inline = await openExtractingReader(runtime);
    const wanted = await inline.read(picture);
    expect(reader.versions).toEqual(inline.versions);
    expect(await Promise.all([1, 2, 3].map(() => reader.read(picture)))).toEqual([wanted, wanted, wanted]);
    await runtime.close();
  });

  it('refuses what is no picture as the extractors do, and goes on', async () => {
    await expect(reader.read(Buffer.from('no picture'))).rejects.toMatchObject({
      name: 'VisionInputError',
      code: 'PICTURE_UNREADABLE',
    });
    await expect(reader.read(picture)).resolves.toMatchObject({ shotScale: expect.any(String) as string });
  });

  it('leaves the bytes to who gave them', async () => {
    const bytes = Buffer.from(picture);
    await reader.read(bytes);
    expect(bytes.equals(picture)).toBe(true);
  });

  it('holds up nobody while it reads', async () => {
    let turnCount = 0;
    const reading = reader.read(picture).then(() => true);
    while (!(await Promise.race([reading, new Promise((resolve) => setImmediate(resolve, false))])))
      turnCount++;
    expect(turnCount).toBeGreaterThan(50);
  });
});

describe('ThreadedReader with an image encoder', () => {
  const file = meanColourEncoder(32);
  afterAll(() => rmSync(path.dirname(file), { recursive: true }));

  it('embeds by it', async () => {
    const reader = await ThreadedReader.open({ imageEncoder: file });
    expect(reader.versions.embedding).toMatch(new RegExp(`^${path.parse(file).name}@`));
    const { embedding } = await reader.read(picture);
    expect(embedding.values).toHaveLength(3);
    await reader.close();
  });

  it('names a file that is not there', async () => {
    await expect(ThreadedReader.open({ imageEncoder: `${file}.gone` })).rejects.toMatchObject({
      code: 'VISION_MODEL_MISSING',
      message: expect.stringContaining(`${file}.gone`) as string,
    });
  });
});

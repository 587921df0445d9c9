import { rmSync } from 'node:fs';
import path from 'node:path';
import { OnnxRuntime } from '../onnx/onnx-runtime';
import { meanColourEncoder } from '../test-models/mean-colour-encoder.factory';
import { writeTinyOnnx } from '../test-models/tiny-onnx.factory';
import { paintPicture } from '../test-pictures/paint-picture.factory';
import { OnnxImageEmbedder } from './onnx-image-embedder';

const runtime = new OnnxRuntime({ intraOpThreadCount: 1 });
const files: string[] = [];
afterAll(async () => {
  await runtime.close();
  for (const file of files) rmSync(path.dirname(file), { recursive: true });
});

function open(file: string): Promise<OnnxImageEmbedder> {
  files.push(file);
  return OnnxImageEmbedder.open(runtime, { name: 'mean-colour', path: file });
}

/** What CLIP's scaling makes of a level, by channel. */
function scaled(levels: readonly number[]): number[] {
  const values = levels.map(
    (level, i) =>
      (level / 255 - [0.48145466, 0.4578275, 0.40821073][i]) / [0.26862954, 0.26130258, 0.27577711][i],
  );
  return values.map((value) => value / Math.hypot(...values));
}

describe('OnnxImageEmbedder', () => {
  it.each([224, 'side', 32])('scales and normalises as CLIP wants it (input of %s px)', async (side) => {
    const embedder = await open(meanColourEncoder(side));
    expect(embedder.dimensionCount).toBe(3);
    const { model, values } = await embedder.embed(await paintPicture(90, 60, () => [200, 30, 40]));
    expect(model).toMatch(/^mean-colour@[0-9a-f]{12}$/);
    scaled([200, 30, 40]).forEach((value, i) => expect(values[i]).toBeCloseTo(value, 4));
  });

  it('looks at the middle square', async () => {
    const embedder = await open(meanColourEncoder(32));
    const blueEnds = await paintPicture(300, 100, (x) => (x < 90 || x >= 210 ? [0, 0, 255] : [200, 30, 40]));
    const { values } = await embedder.embed(blueEnds);
    scaled([200, 30, 40]).forEach((value, i) => expect(values[i]).toBeCloseTo(value, 2));
  });

  it('refuses a graph that is no image encoder', async () => {
    const file = writeTinyOnnx({
      nodes: [{ operator: 'Neg', inputs: ['x'], outputs: ['y'] }],
      inputs: { x: ['n', 7] },
      outputs: { y: ['n', 7] },
    });
    await expect(open(file)).rejects.toMatchObject({
      code: 'VISION_MODEL_CORRUPT',
      message: expect.stringContaining(file) as string,
    });
  });
});

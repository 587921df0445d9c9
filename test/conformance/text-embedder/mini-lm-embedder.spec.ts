import { existsSync } from 'node:fs';
import path from 'node:path';
import { locateModelFiles, projectRoot, type ModelFile } from '@keyart/common';
import { MINI_LM_FILE_ID, MiniLmEmbedder, OnnxRuntime } from '@keyart/vision';
import { describeTextEmbedder } from './text-embedder-conformance';

const runtime = new OnnxRuntime();
afterAll(() => runtime.close());

async function modelFile(modelPath: string | null): Promise<ModelFile> {
  const files = await locateModelFiles(path.join(projectRoot(), 'models', 'manifest.json'));
  const file = files.find(({ id }) => id === MINI_LM_FILE_ID);
  if (!file) throw new Error(`the manifest names no ${MINI_LM_FILE_ID}`);
  return { ...file, path: modelPath };
}

async function open(modelPath: string): Promise<MiniLmEmbedder> {
  return MiniLmEmbedder.open(runtime, await modelFile(modelPath));
}

// The test runner sets the path when the model file is here and names the suite as left out when it is not.
const real = process.env.KEYART_MINILM_ONNX;
if (real && existsSync(real)) describeMiniLm(real);

function describeMiniLm(modelPath: string): void {
  const own = new OnnxRuntime();
  describeTextEmbedder({
    name: 'MiniLM',
    open: async () => MiniLmEmbedder.open(own, await modelFile(modelPath)),
    close: () => own.close(),
  });

  describe('MiniLM', () => {
    // Published for all-MiniLM-L6-v2 with weights of 32 bits: the first three on sbert.net, the others in Hugging Face's task guide.
    it.each([
      ['The weather is lovely today.', "It's so sunny outside!", 0.666],
      ['The weather is lovely today.', 'He drove to the stadium.', 0.1046],
      ["It's so sunny outside!", 'He drove to the stadium.', 0.1411],
      ['That is a happy person', 'That is a happy dog', 0.6946],
      ['That is a happy person', 'That is a very happy person', 0.9429],
      ['That is a happy person', 'Today is a sunny day', 0.2569],
    ])('finds %j and %j as alike as published', async (one, other, wanted) => {
      const [first, second] = await (await open(modelPath)).embed([one, other]);
      const cosine = first.reduce((sum, value, i) => sum + value * second[i], 0);
      expect(Math.abs(cosine - wanted)).toBeLessThan(0.05);
    });

    it('names its file and content', async () => {
      const { model, dimensionCount } = await open(modelPath);
      expect(model).toMatch(/^minilm-l6-v2-int8@[0-9a-f]{12}$/);
      expect(dimensionCount).toBe(384);
    });
  });
}

describe('MiniLmEmbedder', () => {
  it('names a model file that is missing, or another', async () => {
    const missing = { code: 'VISION_MODEL_MISSING', isRetryable: false };
    await expect(MiniLmEmbedder.open(runtime, await modelFile(null))).rejects.toMatchObject(missing);
    await expect(open('/none/model.onnx')).rejects.toMatchObject(missing);
    const another = path.join(projectRoot(), 'models', 'mtcnn', 'onet.onnx');
    await expect(open(another)).rejects.toMatchObject({
      code: 'VISION_MODEL_CORRUPT',
      message: expect.stringContaining(another) as string,
    });
  });
});

import path from 'node:path';
import { loadLlmModels, parseLlmModels } from './load-model-manifest';

const MODEL = {
  id: 'm',
  file: 'f',
  adapter: 'embedded',
  template: 'chatml',
  formulation: 'pointwise',
  contextTokens: 2048,
  batchTokens: 512,
  historyTokens: 150,
  calibration: { temperature: 1, labelMassThreshold: 0.5, slotPrior: {} },
};

describe('model manifest', () => {
  it("reads the project's own", async () => {
    const models = await loadLlmModels(path.resolve(__dirname, '../../../../models/manifest.json'));
    expect(models.map(({ id, adapter, formulation }) => [id, adapter, formulation])).toEqual([
      ['smollm2-135m', 'embedded', 'pointwise'],
      ['llama-3.1-8b', 'endpoint', 'choice'],
    ]);
  });

  it.each([
    [null, 'llms'],
    [{}, 'llms'],
    [{ llms: [5] }, 'llms[0]'],
    [{ llms: [MODEL, { ...MODEL, template: 'alpaca' }] }, 'llms[1]: template'],
    [{ llms: [{ ...MODEL, batchTokens: undefined }] }, 'batchTokens'],
    [
      { llms: [{ ...MODEL, calibration: { ...MODEL.calibration, temperature: 0 } }] },
      'calibration.temperature',
    ],
  ])('names what is wrong in %j', (manifest, named) => {
    expect(() => parseLlmModels(manifest, 'manifest.json')).toThrow(
      expect.objectContaining({
        code: 'LLM_BAD_MANIFEST',
        message: expect.stringContaining(named) as string,
      }),
    );
  });

  it('names a file that cannot be read', async () => {
    await expect(loadLlmModels('/nowhere/manifest.json')).rejects.toMatchObject({
      code: 'LLM_BAD_MANIFEST',
      message: expect.stringContaining('/nowhere/manifest.json') as string,
    });
  });
});

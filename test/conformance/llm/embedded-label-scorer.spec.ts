import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tinyGguf } from '../../support/tiny-gguf';
import { describeEmbedded } from './embedded-conformance';
import { openEmbedded } from './embedded-rig';

// A real model, on two cores that others use as well.
jest.setTimeout(240_000);

const folder = mkdtempSync(path.join(tmpdir(), 'keyart-llm-'));
const tiny = path.join(folder, 'tiny.gguf');
writeFileSync(tiny, tinyGguf());
afterAll(() => rmSync(folder, { recursive: true }));

describeEmbedded('embedded, tiny random model', () => tiny);

// The test runner sets the path when the model file is here and names the suite as left out when it is not.
const real = process.env.KEYART_SMOLLM2_GGUF;
if (real && existsSync(real)) describeEmbedded('embedded, SmolLM2-135M', () => real);

describe('embedded label scorer', () => {
  it('names a model file that is missing or no model', async () => {
    const missing = path.join(folder, 'missing.gguf');
    const broken = path.join(folder, 'broken.gguf');
    writeFileSync(broken, 'not a model');
    for (const file of [missing, broken])
      await expect(openEmbedded(file)).rejects.toMatchObject({
        code: 'LLM_LOAD_FAILED',
        isRetryable: false,
        message: expect.stringContaining(file) as string,
      });
  });

  it('has a version of file, context, batch and threads', async () => {
    const { scorer, dispose } = await openEmbedded(tiny, {
      sha256: 'abcdef0123456789',
      contextTokens: 512,
      threads: 1,
    });
    const { modelVersion } = scorer;
    await dispose();
    expect(modelVersion).toBe('under-test@abcdef012345/c512b512t1');
  });
});

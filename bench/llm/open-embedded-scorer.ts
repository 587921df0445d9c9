import path from 'node:path';
import { locateModelFiles, projectRoot } from '@keyart/common';
import { EmbeddedLabelScorer, loadLlmModels } from '@keyart/llm';

const TIMEOUT_MS = 600_000;

/** The embedded model as the manifest names it, with or without reuse of prefixes. */
export async function openEmbeddedScorer(
  modelPath: string,
  reusePrefix: boolean,
): Promise<EmbeddedLabelScorer> {
  const manifest = path.join(projectRoot(), 'models', 'manifest.json');
  const model = (await loadLlmModels(manifest)).find(({ adapter }) => adapter === 'embedded');
  if (!model?.batchTokens) throw new Error('the manifest names no embedded model');
  const files = await locateModelFiles(manifest);
  const sha256 = files.find(({ id }) => id === model.file)?.sha256 ?? '';
  const { id: modelId, contextTokens, batchTokens } = model;
  const settings = { modelId, sha256, contextTokens, batchTokens, timeoutMs: TIMEOUT_MS };
  return EmbeddedLabelScorer.start({ ...settings, modelPath, reusePrefix });
}

/** Path of the model file that a command line or the environment names. */
export function modelPathOf(option: string | undefined): string {
  const modelPath = option ?? process.env.KEYART_SMOLLM2_GGUF;
  if (!modelPath) throw new Error('name the model file: --model FILE or KEYART_SMOLLM2_GGUF');
  return modelPath;
}

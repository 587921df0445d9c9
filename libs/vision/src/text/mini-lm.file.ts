import type { ModelFile } from '@keyart/common';
import type { OnnxModelFile } from '../onnx/onnx-model-file';
import { tokenBatch } from './token-batch';

/** Id in models/manifest.json. */
export const MINI_LM_ID = 'minilm-l6-v2-int8';
/** Length of a vector. */
export const MINI_LM_DIMENSIONS = 384;
/** `[N, T, 384]`. */
export const OUTPUT = 'last_hidden_state';

/** Some tokens of a short text. */
const WARM_UP_TOKENS = [101, 1037, 3861, 102];

/** The graph as the set-up fetched it. */
export function miniLmFile({ id, path, sha256 }: ModelFile & { readonly path: string }): OnnxModelFile {
  return { name: id, path, sha256, warmUp: () => tokenBatch([WARM_UP_TOKENS]).feeds };
}

/** Name and content of the model; vectors of other versions are not compared with its own. */
export function miniLmVersion({ id, sha256 }: Pick<ModelFile, 'id' | 'sha256'>): string {
  return `${id}/${sha256.slice(0, 12)}`;
}

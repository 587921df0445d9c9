import type { ModelFile } from '@keyart/common';
import { Tensor } from 'onnxruntime-node';
import { VisionModelError } from '../errors';
import { floatsOf, type OnnxFeeds } from '../onnx/onnx-feeds';
import type { OnnxRuntime } from '../onnx/onnx-runtime';
import type { OnnxSession } from '../onnx/onnx-session';
import type { TextEmbedder } from '../text-embedder';
import { tokenBatch, type EncodedText, type TokenBatch } from './encoded-text';
import { meanPool } from './mean-pool';
import { MiniLmTokenizer } from './mini-lm-tokenizer';

/** Id of its file in `models/manifest.json`. */
export const MINI_LM_FILE_ID = 'minilm-l6-v2-int8';

/** Larger batches gain nothing on a CPU. */
const BATCH_COUNT = 16;

/** all-MiniLM-L6-v2, weights in 8 bits: sentences in English, 384 numbers each, Apache-2.0. */
export class MiniLmEmbedder implements TextEmbedder {
  readonly dimensionCount = 384;

  private constructor(
    readonly model: string,
    private readonly tokenizer: MiniLmTokenizer,
    private readonly session: OnnxSession,
  ) {}

  /**
   * @param file of `locateModelFiles`, with id `MINI_LM_FILE_ID`
   * @throws VisionModelError `VISION_MODEL_MISSING`, `VISION_MODEL_CORRUPT`
   */
  static async open(runtime: OnnxRuntime, { id, path, sha256 }: ModelFile): Promise<MiniLmEmbedder> {
    if (!path) throw new VisionModelError('VISION_MODEL_MISSING', `${id} is not on this machine`);
    const tokenizer = await MiniLmTokenizer.load();
    const warmUp = () => feedsOf(tokenBatch([tokenizer.encode('a film poster')]));
    const session = await runtime.open({ name: id, path, sha256, warmUp });
    return new MiniLmEmbedder(`${id}@${sha256.slice(0, 12)}`, tokenizer, session);
  }

  /** In batches of about equal length, so that little of the work is padding. */
  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    const encoded = texts.map((text) => this.tokenizer.encode(text));
    const byLength = encoded
      .map((_, i) => i)
      .sort((one, other) => encoded[one].length - encoded[other].length);
    const vectors: Float32Array[] = [];
    for (let from = 0; from < byLength.length; from += BATCH_COUNT) {
      const indices = byLength.slice(from, from + BATCH_COUNT);
      const embedded = await this.embedBatch(indices.map((i) => encoded[i]));
      indices.forEach((index, i) => (vectors[index] = embedded[i]));
    }
    return vectors;
  }

  private async embedBatch(texts: readonly EncodedText[]): Promise<Float32Array[]> {
    const batch = tokenBatch(texts);
    const outputs = await this.session.run(() => feedsOf(batch));
    return meanPool(floatsOf(outputs, 'last_hidden_state'), batch, this.dimensionCount);
  }
}

function feedsOf({ textCount, tokenCount, ids, mask }: TokenBatch): OnnxFeeds {
  const shape = [textCount, tokenCount];
  return {
    input_ids: new Tensor('int64', ids, shape),
    attention_mask: new Tensor('int64', mask, shape),
    token_type_ids: new Tensor('int64', new BigInt64Array(ids.length), shape),
  };
}

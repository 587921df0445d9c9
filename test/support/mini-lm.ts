import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { projectRoot } from '@keyart/common';
import type { TextEmbedder } from '@keyart/vision';
import { InferenceSession, Tensor } from 'onnxruntime-node';

const DIMENSION_COUNT = 384;

/** MiniLM text by text, as plainly as its model card says it: mean of the tokens' vectors, of length 1. */
export async function openMiniLm(modelPath: string): Promise<TextEmbedder> {
  const session = await InferenceSession.create(modelPath, { intraOpNumThreads: 1 });
  const folder = path.join(projectRoot(), 'models', 'minilm-l6-v2');
  const read = (file: string): object => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as object;
  const tokenizer = new Tokenizer(read('tokenizer.json'), read('tokenizer_config.json'));
  const embedOne = async (text: string): Promise<Float32Array> => {
    const { ids } = tokenizer.encode(text);
    const filled = (values: readonly number[]): Tensor =>
      new Tensor('int64', BigInt64Array.from(values, BigInt), [1, ids.length]);
    const { last_hidden_state: hidden } = await session.run({
      input_ids: filled(ids),
      attention_mask: filled(ids.map(() => 1)),
      token_type_ids: filled(ids.map(() => 0)),
    });
    return meanDirection(hidden.data as Float32Array);
  };
  const embed = async (texts: readonly string[]): Promise<Float32Array[]> => {
    const vectors: Float32Array[] = [];
    for (const text of texts) vectors.push(await embedOne(text));
    return vectors;
  };
  return { model: 'minilm', dimensionCount: DIMENSION_COUNT, embed };
}

function meanDirection(tokenVectors: Float32Array): Float32Array {
  const sums = new Float32Array(DIMENSION_COUNT);
  tokenVectors.forEach((value, i) => (sums[i % DIMENSION_COUNT] += value));
  const length = Math.sqrt(sums.reduce((sum, value) => sum + value * value, 0));
  return sums.map((value) => value / length);
}

import { Tensor } from 'onnxruntime-node';
import type { OnnxFeeds } from '../onnx/onnx-feeds';

/** Texts' tokens side by side, filled up to the longest. */
export interface TokenBatch {
  readonly feeds: OnnxFeeds;
  /** T. */
  readonly width: number;
  /** `[N]` tokens of each text. */
  readonly lengths: readonly number[];
}

/** @param tokens `[N]` of at least one token each */
export function tokenBatch(tokens: readonly (readonly number[])[]): TokenBatch {
  const width = Math.max(...tokens.map((text) => text.length));
  const shape = [tokens.length, width];
  const ids = new BigInt64Array(tokens.length * width);
  const mask = new BigInt64Array(ids.length);
  tokens.forEach((text, row) => {
    text.forEach((id, i) => (ids[row * width + i] = BigInt(id)));
    mask.fill(1n, row * width, row * width + text.length);
  });
  const feeds = {
    input_ids: new Tensor('int64', ids, shape),
    attention_mask: new Tensor('int64', mask, shape),
    token_type_ids: new Tensor('int64', new BigInt64Array(ids.length), shape),
  };
  return { feeds, width, lengths: tokens.map((text) => text.length) };
}

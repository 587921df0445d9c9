/** Token ids of a text, the model's marks of start and end included. */
export type EncodedText = readonly number[];

/** Texts side by side, padded to the longest. */
export interface TokenBatch {
  readonly textCount: number;
  readonly tokenCount: number;
  /** `[textCount · tokenCount]` */
  readonly ids: BigInt64Array;
  /** The same; 1 where there is a token, 0 where there is padding. */
  readonly mask: BigInt64Array;
}

/** Padding is masked, its ids do not matter. */
export function tokenBatch(texts: readonly EncodedText[]): TokenBatch {
  const tokenCount = Math.max(...texts.map(({ length }) => length));
  const ids = new BigInt64Array(texts.length * tokenCount);
  const mask = new BigInt64Array(ids.length);
  texts.forEach((text, row) => {
    text.forEach((id, i) => {
      ids[row * tokenCount + i] = BigInt(id);
      mask[row * tokenCount + i] = 1n;
    });
  });
  return { textCount: texts.length, tokenCount, ids, mask };
}

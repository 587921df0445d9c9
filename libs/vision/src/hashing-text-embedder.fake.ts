import { hash32 } from '@keyart/common';
import type { TextEmbedder } from './text-embedder';

/** Embeds by counting hashed words: texts are alike as far as they share words. Real enough for everything but meaning. */
export class HashingTextEmbedder implements TextEmbedder {
  readonly model = 'hashed-words';
  readonly dimensionCount = 512;
  /** Texts asked for, call by call. */
  readonly calls: (readonly string[])[] = [];

  embed(texts: readonly string[]): Promise<Float32Array[]> {
    this.calls.push(texts);
    return Promise.resolve(texts.map((text) => this.vectorOf(text)));
  }

  private vectorOf(text: string): Float32Array {
    const vector = new Float32Array(this.dimensionCount);
    for (const word of text.toLowerCase().match(/\p{L}{3,}/gu) ?? ['nothing'])
      vector[hash32(word, 1) % this.dimensionCount] += 1;
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  }
}

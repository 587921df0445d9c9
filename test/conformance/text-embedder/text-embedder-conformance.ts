/* eslint-disable jest/no-export -- a suite that every implementation runs */
import type { TextEmbedder } from '@keyart/vision';

/** An implementation under test. */
export interface TextEmbedderCase {
  readonly name: string;
  readonly open: () => Promise<TextEmbedder>;
  readonly close: () => Promise<void>;
}

/** Of many lengths, in no order of length. */
const TEXTS = [
  'A young woman with short red hair rests on a fur rug in a warm dim tent, wounded, alone and far from home.',
  'friendship',
  'Two old men quarrel on a bridge of cables over a bottomless machine.',
  '',
  'Ein Schatten steigt die Treppe hinauf.',
  '🐇',
  'a rabbit yawns in the morning sun '.repeat(60),
  'scary',
];

const SAME_TEXTS_DIFFER_BY = 1e-3;

/** What `TextEmbedder` promises. */
export function describeTextEmbedder({ name, open, close }: TextEmbedderCase): void {
  describe(`text embedder: ${name}`, () => {
    let embedder: TextEmbedder;
    beforeAll(async () => {
      embedder = await open();
    });
    afterAll(close);

    it('gives a vector of length 1 for each text, whatever the text', async () => {
      const vectors = await embedder.embed(TEXTS);
      expect(vectors).toHaveLength(TEXTS.length);
      for (const vector of vectors) {
        expect(vector).toHaveLength(embedder.dimensionCount);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
      }
    });

    it('gives the same for a text alone, among others and in another order', async () => {
      const together = await embedder.embed(TEXTS);
      const reversed = (await embedder.embed([...TEXTS].reverse())).reverse();
      for (const [i, text] of TEXTS.entries()) {
        const [alone] = await embedder.embed([text]);
        expect(largestDifference(alone, together[i])).toBeLessThan(SAME_TEXTS_DIFFER_BY);
        expect(largestDifference(reversed[i], together[i])).toBeLessThan(SAME_TEXTS_DIFFER_BY);
      }
    });

    it('is deterministic, also for calls at once', async () => {
      const [one, other] = await Promise.all([embedder.embed(TEXTS), embedder.embed(TEXTS)]);
      one.forEach((vector, i) => expect(largestDifference(vector, other[i])).toBe(0));
    });

    it('has nothing for no text', async () => {
      await expect(embedder.embed([])).resolves.toEqual([]);
    });
  });
}

function largestDifference(one: Float32Array, other: Float32Array): number {
  return one.reduce((most, value, i) => Math.max(most, Math.abs(value - other[i])), 0);
}

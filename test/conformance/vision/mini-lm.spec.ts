import { existsSync } from 'node:fs';
import type { TextEmbedder } from '@keyart/vision';
import { openMiniLm } from '../../support/mini-lm';

// The test runner sets the path when the model file is here and names the suite as left out when it is not.
const model = process.env.KEYART_MINILM_ONNX;
const withModel = model && existsSync(model) ? describe : describe.skip;

const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, i) => sum + value * b[i], 0);

withModel('MiniLM', () => {
  let embedder: TextEmbedder;
  beforeAll(async () => {
    embedder = await openMiniLm(model ?? '');
  });

  it('puts texts of like meaning near each other (figures of the reference implementation to .01)', async () => {
    const [kiss, embrace, robot, monster] = await embedder.embed([
      'two lovers kiss',
      'a couple embraces',
      'a robot in a factory',
      'a monster at night',
    ]);
    expect(kiss).toHaveLength(embedder.dimensionCount);
    expect(cosine(kiss, kiss)).toBeCloseTo(1, 5);
    expect(cosine(kiss, embrace)).toBeCloseTo(0.608, 2);
    expect(cosine(kiss, robot)).toBeCloseTo(0.006, 2);
    expect(cosine(kiss, monster)).toBeCloseTo(0.072, 2);
  });

  it('embeds a text alone as among others, in the order given', async () => {
    const texts = [
      'a long text about a ship that comes into the harbour at night',
      'a ship',
      '',
      'ship '.repeat(300),
    ];
    const together = await embedder.embed(texts);
    for (const [i, text] of texts.entries()) {
      const [alone] = await embedder.embed([text]);
      const furthest = Math.max(...alone.map((value, d) => Math.abs(value - together[i][d])));
      expect(furthest).toBeLessThan(1e-3);
      expect([...alone].every(Number.isFinite)).toBe(true);
    }
  });
});

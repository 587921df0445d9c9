import fc from 'fast-check';
import { tokenCountOf } from './token-count';

describe('tokenCountOf', () => {
  it.each([
    ['', 0],
    ['a', 1],
    ['a man', 2],
    ['evening light', 3],
    ['In Bruges (2008),', 10],
    ['SmolLM NATO', 3],
    ['<|im_end|>\n<|im_start|>', 3],
    ['<|', 2],
    ['é', 2],
    ['東京', 6],
    ['🎬', 4],
  ])('%j: %d', (text, count) => {
    expect(tokenCountOf(text)).toBe(count);
  });

  it('is never more than a byte a token, nor fewer for more text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        const count = tokenCountOf(one);
        expect(count).toBeLessThanOrEqual(Buffer.byteLength(one));
        expect(tokenCountOf(`${one} ${other}`)).toBeGreaterThanOrEqual(count === 0 ? 0 : 1);
      }),
    );
  });
});

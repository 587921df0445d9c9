import fc from 'fast-check';
import { clipToTokens } from './clip-to-tokens';
import { estimateTokenCount } from './estimate-token-count';

describe('clipToTokens', () => {
  it.each([
    ['a dog', 10, 'a dog'],
    ['a dog in a field, happy, under the sun', 7, 'a dog in a field'],
    ['a dog, in a wide green field under the sun', 9, 'a dog, in a wide green field'],
    ['a dog barks at the', 4, 'a dog barks'],
    ['花火大会', 2, '花火'],
  ])('cuts %j to %i tokens', (text, tokenCount, expected) => {
    expect(clipToTokens(text, tokenCount)).toBe(expected);
  });

  it('never says more than allowed, and only what was said', () => {
    const word = fc.constantFrom('dog', 'a', 'of', 'the', 'unsettling', 'cat,', 'night;', 'x'.repeat(300));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (words, tokenCount) => {
        const text = words.join(' ');
        const clipped = clipToTokens(text, tokenCount);
        expect(text.startsWith(clipped)).toBe(true);
        expect(estimateTokenCount(clipped)).toBeLessThanOrEqual(tokenCount);
      }),
    );
  });
});

import fc from 'fast-check';
import { CopiedTexts, COPY_DISTANCE } from './copied-texts';
import { hammingDistance, hashHalves } from './hash-halves';
import { simHash } from './sim-hash';
import { textTokens } from './text-tokens';

const hash64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });

function distanceBetween(a: string, b: string): number {
  return hammingDistance(hashHalves(simHash(textTokens(a))), hashHalves(simHash(textTokens(b))));
}

/** By comparing all with all. */
function groupsByForce(hashes: readonly bigint[]): number[] {
  const groups = hashes.map((_, index) => index);
  for (let changed = true; changed;) {
    changed = false;
    for (let a = 0; a < hashes.length; a++)
      for (let b = 0; b < a; b++) {
        if (hammingDistance(hashHalves(hashes[a]), hashHalves(hashes[b])) > COPY_DISTANCE) continue;
        const least = Math.min(groups[a], groups[b]);
        changed ||= groups[a] !== groups[b];
        [groups[a], groups[b]] = [least, least];
      }
  }
  return groups;
}

describe('near-duplicate texts', () => {
  it('looks past case, punctuation, markup and white space', () => {
    const text = 'The captain lies to everyone on board, and the ferry knows it.';
    expect(
      distanceBetween(text, '  THE <b>captain</b> lies to everyone on board and the ferry knows it!!! '),
    ).toBe(0);
  });

  it('is near for a long text with a word changed, far for another text', () => {
    const words = Array.from({ length: 240 }, (_, index) => `word${(index * 7919) % 997}`);
    const changed = words.with(120, 'other').join(' ');
    expect(distanceBetween(words.join(' '), changed)).toBeLessThanOrEqual(8);
    expect(distanceBetween(words.join(' '), words.toReversed().join(' '))).toBeGreaterThan(16);
  });

  it('splits scripts without spaces into characters, and knows a text without words', () => {
    expect(textTokens('港の船は静か')).toHaveLength(6);
    expect(textTokens('🎬🎬 !!')).toEqual([]);
    expect(distanceBetween('この映画はとても静かで美しい', 'この映画はとても静かで美しい。')).toBe(0);
  });

  it('counts differing bits as comparing them one by one does', () => {
    fc.assert(
      fc.property(hash64, hash64, (a, b) => {
        const bits = BigInt.asUintN(64, a ^ b)
          .toString(2)
          .replaceAll('0', '').length;
        expect(hammingDistance(hashHalves(a), hashHalves(b))).toBe(bits);
      }),
    );
  });

  it('finds the groups that comparing all with all finds, in any order', () => {
    const flips = fc.array(fc.integer({ min: 0, max: 63 }), { maxLength: 4 });
    const near = fc.tuple(fc.integer({ min: 0, max: 2 }), flips);
    fc.assert(
      fc.property(fc.tuple(hash64, hash64, hash64), fc.array(near, { maxLength: 14 }), (seeds, variants) => {
        const hashes = variants.map(([seed, bits]) =>
          bits.reduce((hash, bit) => BigInt.asIntN(64, hash ^ (1n << BigInt(bit))), seeds[seed]),
        );
        const texts = new CopiedTexts();
        hashes.forEach((hash) => texts.add(hash));
        expect(hashes.map((_, index) => texts.groupOf(index))).toEqual(groupsByForce(hashes));
      }),
    );
  });
});

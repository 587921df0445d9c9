import { createRandom } from '@keyart/common';
import { FACETS } from '@keyart/features';
import { composeCaption } from './compose-caption';
import { BACKGROUNDS, FRAMINGS, LIGHTS, SUBJECTS } from './caption-slots';
import { kernelPools } from './kernels-of-facet';

const POOLS = kernelPools(7);
const NAMES = FACETS.flatMap((facet) => facet.split('-')).join('|');
const NAMES_A_FACET = new RegExp(
  `\\b(${NAMES}|romantic|comic|funny|horror|scared|friends?|cowboys?)\\b`,
  'i',
);

describe('composeCaption', () => {
  it('has a grammar that names no facet', () => {
    const kernels = FACETS.flatMap((facet) => [...POOLS[facet].familiar, ...POOLS[facet].unseen]);
    const words = [...kernels, ...SUBJECTS.S, ...SUBJECTS.P, ...LIGHTS, ...FRAMINGS, ...BACKGROUNDS];
    expect(words.length).toBeGreaterThan(1400);
    expect(words.filter((text) => NAMES_A_FACET.test(text))).toEqual([]);
  });

  it('deals the kernels into pools that share none', () => {
    for (const facet of FACETS) {
      const unseen = new Set(POOLS[facet].unseen);
      expect(unseen.size).toBeGreaterThanOrEqual(10);
      expect(POOLS[facet].familiar.filter((kernel) => unseen.has(kernel))).toEqual([]);
    }
  });

  it('rarely says the same twice', () => {
    const random = createRandom('captions');
    const captions = Array.from({ length: 5000 }, (_, i) =>
      composeCaption(
        { pools: POOLS, pool: 'familiar', facet: FACETS[i % FACETS.length], second: null, actor: null },
        random,
      ),
    );
    expect(new Set(captions).size).toBeGreaterThan(4800);
    expect(captions.every((caption) => /^[A-Z].*[^.]\.$/.test(caption))).toBe(true);
  });

  it('names the actor of a portrait, and only there', () => {
    const parts = { pools: POOLS, pool: 'unseen', second: null, actor: 'Ann Lee' } as const;
    const random = createRandom('actors');
    expect(composeCaption({ ...parts, facet: 'star' }, random)).toMatch(/^Ann Lee /);
    expect(composeCaption({ ...parts, facet: 'romance' }, random)).not.toContain('Ann Lee');
  });
});

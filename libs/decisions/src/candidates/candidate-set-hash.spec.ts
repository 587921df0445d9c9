import type { ArtworkDescriptor } from '@keyart/features';
import fc from 'fast-check';
import { candidateSetHash } from './candidate-set-hash';

function descriptor(artworkId: string, captionVersion = 'c1'): ArtworkDescriptor {
  return {
    artworkId,
    captionVersion,
    titleId: 't',
    facets: {},
    caption: '',
    isEditorialDefault: false,
    look: null,
  };
}

describe('candidateSetHash', () => {
  it('does not depend on the order', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(ids, (artworkIds) => {
        const artworks = artworkIds.map((id) => descriptor(id));
        expect(candidateSetHash([...artworks].reverse())).toBe(candidateSetHash(artworks));
      }),
    );
  });

  it('changes with the set and with the wording', () => {
    const base = candidateSetHash([descriptor('a'), descriptor('b')]);
    expect(candidateSetHash([descriptor('a')])).not.toBe(base);
    expect(candidateSetHash([descriptor('a'), descriptor('b', 'c2')])).not.toBe(base);
    expect(candidateSetHash([descriptor('a', 'c1b'), descriptor('', 'c1')])).not.toBe(base);
  });
});

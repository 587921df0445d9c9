import type { ArtworkDescriptor } from './artwork-descriptor';
import { pictureSimilarity } from './picture-similarity';

const pictureOf = (facets: ArtworkDescriptor['facets'], caption: string): ArtworkDescriptor => ({
  artworkId: 'a',
  titleId: 't',
  facets,
  caption,
  captionVersion: '1',
  isEditorialDefault: false,
  look: null,
});

describe('pictureSimilarity', () => {
  it('is 1 for pictures of equal facets and terms, whatever else they are', () => {
    const one = pictureOf({ romance: 0.5, drama: 0.2 }, 'Two lovers under an umbrella');
    const other = { ...one, artworkId: 'b', titleId: 'u', caption: 'An umbrella; two lovers.' };
    expect(pictureSimilarity(one, other)).toBeCloseTo(1, 12);
    expect(pictureSimilarity(one, one)).toBeLessThanOrEqual(1);
  });

  it('is the cosine of facets and terms together', () => {
    // |one|² = .6² + 1, |other|² = .8² + 1; dot: facets .6 · .8, one term of two shared: 1/√2 · 1/√2
    const one = pictureOf({ war: 0.6 }, 'burning castle');
    const other = pictureOf({ war: 0.8 }, 'burning forest');
    const expected = (0.6 * 0.8 + 0.5) / Math.sqrt(1.36 * 1.64);
    expect(pictureSimilarity(one, other)).toBeCloseTo(expected, 12);
    expect(pictureSimilarity(other, one)).toBeCloseTo(expected, 12);
  });

  it('is 0 where nothing is shared, or nothing is known', () => {
    const ruins = pictureOf({ war: 1 }, 'ruins');
    expect(pictureSimilarity(ruins, pictureOf({ romance: 1 }, 'lovers'))).toBe(0);
    expect(pictureSimilarity(ruins, pictureOf({}, ''))).toBe(0);
    expect(pictureSimilarity(pictureOf({}, ''), pictureOf({}, ''))).toBe(0);
  });
});

import { aPicture } from '../../picture-features.factory';
import { layoutWords } from './layout-words';

const { composition } = aPicture();

describe('layoutWords', () => {
  it.each([
    [0.5, 0.55, 'well balanced about the middle'],
    [0.4, 0.45, 'what draws the eye is on the left'],
    [0.7, 0.4, 'what draws the eye is on the right'],
    [0.5, 0.4, 'what draws the eye is in the upper half'],
    [0.45, 0.6, 'what draws the eye is in the lower half'],
  ])('says of a centroid at %d, %d: %s', (x, y, expected) => {
    expect(layoutWords({ ...composition, saliencyCentroid: { x, y } })).toEqual([expected]);
  });

  it('says first what is out of the ordinary', () => {
    const calm = { ...composition, negativeSpaceFraction: 0.8, symmetryFraction: 0.95 };
    expect(layoutWords(calm).slice(0, 2)).toEqual(['much calm space around it', 'almost symmetrical']);
    expect(layoutWords({ ...composition, negativeSpaceFraction: 0.05 })[0]).toBe(
      'full of detail to the edges',
    );
  });
});

import { aPicture } from '../../picture-features.factory';
import { layoutWords } from './layout-words';

describe('layoutWords', () => {
  it('says what is out of the ordinary, and where the eye goes', () => {
    const { composition } = aPicture();
    expect(layoutWords(composition)).toEqual(['the eye is drawn to what is in the middle']);
    expect(
      layoutWords({ ...composition, negativeSpaceFraction: 0.8, symmetryFraction: 0.95 }).slice(0, 2),
    ).toEqual(['much calm space around it', 'almost symmetrical']);
    expect(layoutWords({ ...composition, negativeSpaceFraction: 0.05 })[0]).toBe(
      'full of detail to the edges',
    );
  });
});

import { aLine, aPicture, facesOf } from '../../picture-features.factory';
import { descriptionDoubts } from './description-doubts';

describe('descriptionDoubts', () => {
  const agreeing = aPicture({
    faces: facesOf(0.3, 0.3),
    lettering: { lines: [aLine()], areaFraction: 0.1 },
    quality: { exposureFraction: 0.15 },
  });

  it('has none where words and picture agree, or the words do not say', () => {
    expect(descriptionDoubts('Two men in a dark hall above the title', agreeing)).toEqual([]);
    expect(descriptionDoubts('A mountain', agreeing)).toEqual([]);
  });

  it('names every disagreement in plain words', () => {
    expect(descriptionDoubts('A woman alone on a sunny beach, no lettering', agreeing)).toEqual([
      { about: 'faces', detail: 'the words speak of 1 person, but 2 faces were found' },
      { about: 'lettering', detail: 'the words deny lettering, but 1 line was found' },
      { about: 'darkness', detail: 'the words call it bright, but its mean brightness is 0.15' },
    ]);
    expect(
      descriptionDoubts(
        'Three men in the night under the title',
        aPicture({ quality: { exposureFraction: 0.7 } }),
      ),
    ).toEqual([
      { about: 'faces', detail: 'the words speak of 3 people, but 0 faces were found' },
      { about: 'lettering', detail: 'the words speak of lettering, but none was found' },
      { about: 'darkness', detail: 'the words call it dark, but its mean brightness is 0.70' },
    ]);
    expect(descriptionDoubts('Nobody is here', agreeing)).toEqual([
      { about: 'faces', detail: 'the words speak of nobody, but 2 faces were found' },
    ]);
  });

  it('does not miss faces that the words say cannot be seen, or that are too small', () => {
    expect(descriptionDoubts('Two men seen from behind', aPicture())).toEqual([]);
    expect(descriptionDoubts('Two men on a hill', aPicture({ shotScale: 'wide' }))).toEqual([]);
  });
});

import type { PictureFeatures } from '@keyart/contracts';
import type { Facet } from '@keyart/features';
import { aLine, aPicture, facesOf } from '../picture-features.factory';
import { pictureEvidence } from './picture-evidence';

const saysOf = (features: PictureFeatures, facet: Facet): number =>
  pictureEvidence(features)
    .filter((evidence) => evidence.facet === facet)
    .reduce((sum, { logOdds }) => sum + logOdds, 0);

const title = { lines: [aLine()], areaFraction: 0.1 };
const cases: readonly (readonly [string, Facet, PictureFeatures])[] = [
  ['a title', 'lettering', aPicture({ lettering: title })],
  ['a little lettering', 'lettering', aPicture({ lettering: { lines: [aLine()], areaFraction: 0.01 } })],
  ['one large face', 'star', aPicture({ faces: facesOf(0.5), shotScale: 'close-up' })],
  ['two faces of like size', 'romance', aPicture({ faces: facesOf(0.3, 0.25) })],
  ['three faces', 'ensemble', aPicture({ faces: facesOf(0.2, 0.2, 0.1) })],
  ['nobody', 'landscape', aPicture({ shotScale: 'no-person' })],
  ['small figures', 'adventure', aPicture({ shotScale: 'wide' })],
  ['darkness', 'dark', aPicture({ quality: { exposureFraction: 0.1 } })],
  [
    'bright vivid colours',
    'family',
    aPicture({ quality: { exposureFraction: 0.6 }, colour: { colourfulness: 70 } }),
  ],
  ['no colour', 'historical', aPicture({ colour: { colourfulness: 3 } })],
];

const against: readonly (readonly [string, Facet, PictureFeatures])[] = [
  ['no lettering', 'lettering', aPicture()],
  ['one large face', 'landscape', aPicture({ faces: facesOf(0.5) })],
  ['no face', 'star', aPicture()],
  ['three faces', 'star', aPicture({ faces: facesOf(0.2, 0.2, 0.1) })],
  ['bright light', 'dark', aPicture({ quality: { exposureFraction: 0.7 } })],
  ['darkness', 'family', aPicture({ quality: { exposureFraction: 0.1 } })],
];

describe('pictureEvidence', () => {
  it.each(cases)('takes %s for %s', (_, facet, features) => {
    expect(saysOf(features, facet)).toBeGreaterThan(0);
  });

  it.each(against)('takes %s against %s', (_, facet, features) => {
    expect(saysOf(features, facet)).toBeLessThan(0);
  });

  it('says in words what it saw', () => {
    const details = pictureEvidence(aPicture({ faces: facesOf(0.2, 0.2, 0.1), lettering: title })).map(
      ({ detail }) => detail,
    );
    expect(new Set(details)).toEqual(new Set(['lettering fills much of it', '3 faces']));
  });

  it('does not take two faces of unlike size for a pair', () => {
    expect(saysOf(aPicture({ faces: facesOf(0.5, 0.1) }), 'romance')).toBe(0);
  });
});

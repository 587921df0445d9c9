import type { PictureFeatures } from '@keyart/contracts';
import type { Facet } from '@keyart/features';

/** Something seen in a picture that speaks for or against facets. */
export interface PictureRule {
  /** Why the rule is believed. */
  readonly reason: string;
  /** What was seen, in plain words for editors; null: the rule does not hold. */
  readonly holds: (features: PictureFeatures) => string | null;
  /** Facet → what is added to its log-odds. */
  readonly says: Readonly<Partial<Record<Facet, number>>>;
}

/** How much a rule may say. Four steps and no fitted digits: so many weights would fit anything on some ninety fixtures. */
const HINT = 0.5;
const CLEAR = 1;
const STRONG = 2;
/** What was seen is what the facet means: turns the odds of a rare facet into ten to one. */
const CERTAIN = 5;

/** A face so tall carries the picture: head and shoulders fill a third of a 16:9 picture at .2 and more. */
const TALL_FACE = 0.2;
/** Two faces are a pair when the smaller is at least so tall beside the larger. */
const PAIR_RATIO = 0.5;
/** Lettering from here on is a main part of the picture; less is a credit line or a sign. */
const TITLE_AREA = 0.04;
const DARK_EXPOSURE = 0.25;
const BRIGHT_EXPOSURE = 0.5;
/** Hasler & Süsstrunk: 45 is "quite colourful", 10 hardly more than toned grey. */
const VIVID = 45;
const COLOURLESS = 10;

/** All rules; those that hold add up. */
export const PICTURE_RULES: readonly PictureRule[] = [
  {
    reason: 'The facet means just this.',
    holds: (picture) => when(picture.lettering.areaFraction >= TITLE_AREA, 'lettering fills much of it'),
    says: { lettering: CERTAIN, landscape: -CLEAR },
  },
  {
    reason: 'Some lettering is a credit line, a sign, or a title that stands small.',
    holds: ({ lettering: { lines, areaFraction } }) =>
      when(lines.length > 0 && areaFraction < TITLE_AREA, 'there is a little lettering'),
    says: { lettering: STRONG },
  },
  {
    reason: 'No line was found: the detector misses few.',
    holds: ({ lettering }) => when(lettering.lines.length === 0, 'no lettering was found'),
    says: { lettering: -STRONG },
  },
  {
    reason: 'A single large face is how a performer is put forward; it leaves no room for places or scale.',
    holds: ({ faces: { faces, tallestFraction } }) =>
      when(faces.length === 1 && tallestFraction >= TALL_FACE, 'one large face carries it'),
    says: {
      star: STRONG,
      drama: HINT,
      melancholy: HINT,
      landscape: -STRONG,
      spectacle: -CLEAR,
      ensemble: -STRONG,
    },
  },
  {
    reason: 'Two faces of like size are a relation: lovers, friends, opponents.',
    holds: ({ faces }) => when(isPair(faces.faces), 'two faces of like size'),
    says: { romance: HINT, friendship: HINT, drama: HINT, star: -HINT, landscape: -CLEAR },
  },
  {
    reason: 'Three faces and more are a cast.',
    holds: ({ faces: { faces } }) => when(faces.length >= 3, `${faces.length} faces`),
    says: { ensemble: STRONG, star: -CLEAR, landscape: -CLEAR },
  },
  {
    reason: 'Without a face nobody is put forward, and feelings have nowhere to show.',
    holds: ({ faces }) => when(faces.faces.length === 0, 'no face was found'),
    says: { star: -CLEAR, drama: -HINT, romance: -HINT, ensemble: -HINT },
  },
  {
    reason:
      'Without people and title the place is what is left, or an animal, or a thing that means something.',
    holds: ({ shotScale, lettering: { areaFraction } }) =>
      when(shotScale === 'no-person' && areaFraction < TITLE_AREA, 'nobody is in it'),
    says: { landscape: STRONG, mystery: HINT, animals: HINT },
  },
  {
    reason: 'Small figures in a wide view are on their way or dwarfed.',
    holds: ({ shotScale }) => when(shotScale === 'wide', 'small figures in a wide view'),
    says: { landscape: HINT, adventure: HINT, spectacle: HINT, star: -CLEAR },
  },
  {
    reason:
      'Low-key light is the facet itself, and the light of horror and riddles; pictures for children avoid it.',
    holds: ({ quality }) => when(quality.exposureFraction <= DARK_EXPOSURE, 'it is dark'),
    says: { dark: STRONG, scary: HINT, mystery: HINT, family: -CLEAR, comedy: -HINT },
  },
  {
    reason: 'High-key light is the light of comedies and of pictures for children.',
    holds: ({ quality }) => when(quality.exposureFraction >= BRIGHT_EXPOSURE, 'it is bright'),
    says: { dark: -STRONG, scary: -HINT, comedy: HINT, family: HINT },
  },
  {
    reason: 'Bright and vivid together are the palette of cartoons and comedies.',
    holds: ({ colour, quality }) =>
      when(
        colour.colourfulness >= VIVID && quality.exposureFraction > DARK_EXPOSURE,
        'its colours are vivid',
      ),
    says: { comedy: HINT, family: HINT, dark: -HINT },
  },
  {
    reason: 'Black and white or toned like old prints.',
    holds: ({ colour }) => when(colour.colourfulness <= COLOURLESS, 'it is without colour'),
    says: { historical: CLEAR, family: -CLEAR, melancholy: HINT },
  },
];

function when(isSo: boolean, detail: string): string | null {
  return isSo ? detail : null;
}

function isPair(faces: PictureFeatures['faces']['faces']): boolean {
  const [larger, smaller] = faces;
  return faces.length === 2 && smaller.box.height >= PAIR_RATIO * larger.box.height;
}

import type { DescriptionDoubt, PictureFeatures } from '@keyart/contracts';
import { letteringClaimOf } from './lettering-claim';
import { lightClaimOf } from './light-claim';
import { peopleClaimOf, type PeopleClaim } from './people-claim';

/** People who are there without a face to be found. */
const FACE_HIDDEN =
  /\b(?:behind|back(?:s| turned)?|silhouettes?|hidden|masked?|helmet|profile|far|distant|small|tiny|shadows?|hand|legs|turned away|upside)\b/i;
/** Outside of these, no light could be called so. */
const DARK_AT_MOST_EXPOSURE = 0.55;
const BRIGHT_AT_LEAST_EXPOSURE = 0.25;

/**
 * Where words about a picture and what was read off its pixels disagree: number of people against faces, lettering, darkness. Either may
 * be wrong: doubts are for editors to look at, the words stay.
 */
export function descriptionDoubts(words: string, features: PictureFeatures): DescriptionDoubt[] {
  return [
    ...doubt('faces', facesDoubt(words, features)),
    ...doubt('lettering', letteringDoubt(words, features)),
    ...doubt('darkness', lightDoubt(words, features)),
  ];
}

function doubt(about: string, detail: string | null): DescriptionDoubt[] {
  return detail === null ? [] : [{ about, detail }];
}

function facesDoubt(words: string, { faces: { faces }, shotScale }: PictureFeatures): string | null {
  const claim = peopleClaimOf(words);
  if (!claim) return null;
  const found = `${faces.length} ${faces.length === 1 ? 'face was' : 'faces were'} found`;
  const areFacesExpected = shotScale !== 'wide' && !FACE_HIDDEN.test(words);
  if (faces.length > claim.most) return `the words speak of ${claimed(claim)}, but ${found}`;
  if (faces.length < claim.least && areFacesExpected)
    return `the words speak of ${claimed(claim)}, but ${found}`;
  return null;
}

function claimed({ least, most }: PeopleClaim): string {
  if (most === 0) return 'nobody';
  const count = most === least ? `${least}` : `${least} or more`;
  return count === '1' ? '1 person' : `${count} people`;
}

function letteringDoubt(words: string, { lettering: { lines } }: PictureFeatures): string | null {
  const claim = letteringClaimOf(words);
  if (claim === null || claim === lines.length > 0) return null;
  return claim
    ? 'the words speak of lettering, but none was found'
    : `the words deny lettering, but ${lines.length} ${lines.length === 1 ? 'line was' : 'lines were'} found`;
}

function lightDoubt(words: string, { quality: { exposureFraction } }: PictureFeatures): string | null {
  const claim = lightClaimOf(words);
  const measured = `its mean brightness is ${exposureFraction.toFixed(2)}`;
  if (claim === 'dark' && exposureFraction > DARK_AT_MOST_EXPOSURE)
    return `the words call it dark, but ${measured}`;
  if (claim === 'bright' && exposureFraction < BRIGHT_AT_LEAST_EXPOSURE)
    return `the words call it bright, but ${measured}`;
  return null;
}

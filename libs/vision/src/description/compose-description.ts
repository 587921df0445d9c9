import { contentHash } from '@keyart/common';
import type { PictureDescription } from '@keyart/contracts';
import type { DescriptionSubject } from './description-subject';
import { fitDescription } from './fit-description';
import { harmlessWords } from './harmless-words';
import { suggestedWords } from './suggested-words';
import { layoutWords } from './words/layout-words';
import { letteringWords } from './words/lettering-words';
import { lightWords } from './words/light-words';
import { subjectWords } from './words/subject-words';

/** Raised when equal input may be worded otherwise. */
const COMPOSER_VERSION = 'composed/1';
const VERSION_LENGTH = 12;

/**
 * A picture's description without a vision model: what it shows is the editor's caption, made harmless and cut to length, or, without
 * one, what its features tell; what it suggests are its likeliest facets in plain words. 25 to 40 tokens. Deterministic.
 */
export function composeDescription(subject: DescriptionSubject): PictureDescription {
  const { facets, caption } = subject;
  const words = fitDescription({
    ...shownWords(subject, harmlessWords(caption ?? '')),
    suggests: [3, 2, 1].map((count) => suggestedWords(facets.probabilities, count)),
  });
  return {
    source: 'composed',
    version: descriptionVersion(COMPOSER_VERSION, words.text),
    ...words,
    facets: facets.strengths,
    doubts: [],
  };
}

/** A version of the words and of how they were made. */
export function descriptionVersion(madeBy: string, text: string): string {
  return contentHash(`${madeBy}\u0000${text}`, VERSION_LENGTH);
}

function shownWords(
  { features, titleName }: DescriptionSubject,
  caption: string,
): { shows: string; notes: readonly string[] } {
  const lettering = letteringWords(features.lettering, titleName);
  const light = lightWords(features);
  const layout = layoutWords(features.composition);
  if (caption) return { shows: caption, notes: [light, lettering, ...layout] };
  return { shows: `${subjectWords(features)}, ${lettering}; ${light}`, notes: layout };
}

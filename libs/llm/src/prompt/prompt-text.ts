import { sanitizeText } from '@keyart/common';

/** English text has about four characters a token; caps are kept in characters so that no tokeniser is needed. */
export const CHARACTERS_PER_TOKEN = 4;

const MARKER_CHARACTERS = /[<>|‹›〈〉⟨⟩《》❬❭❮❯∣ǀ│￨]+/g;
/** What our own examples are written with: text from outside must not be able to write one. */
const EXAMPLE_MARKS = /\b(picture|answer)\s*:/gi;
const TRAILING_STOPS = /[\s.;:,]+$/;

/**
 * Text from outside as one harmless line of a prompt: sanitized, without the characters control tokens are spelled with
 * (every vocabulary has markers `sanitizeText` cannot know, such as `<file_sep>`) or their doubles (full-width and the
 * like, which some tokenisers turn into the plain ones), without the colons that examples are written with, without a final stop.
 * @param text any string
 * @param maxLength cap in UTF-16 units
 */
export function promptText(text: string, maxLength: number): string {
  const line = sanitizeText(text.normalize('NFKC'), maxLength)
    .replace(MARKER_CHARACTERS, ' ')
    .replace(EXAMPLE_MARKS, '$1');
  return sanitizeText(line, maxLength).replace(TRAILING_STOPS, '');
}

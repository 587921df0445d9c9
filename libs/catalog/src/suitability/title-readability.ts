import type { LetteringFeatures } from '@keyart/contracts';

/** Share of the name's words that must be found; posters leave articles out and recognisers miss ornate letters. */
const LEAST_WORD_FRACTION = 0.6;
/** Words alike up to so many edits a letter count as found. */
const MOST_EDITS_PER_LETTER = 0.25;
const MIN_WORD_LENGTH = 3;

/**
 * Whether a title's name can be read on a picture.
 * @param name the title's
 * @returns null where there is no lettering, or none of it was read
 */
export function isTitleReadable({ lines }: LetteringFeatures, name: string): boolean | null {
  const found = lines.flatMap(({ text }) => wordsOf(text ?? ''));
  if (found.length === 0) return null;
  const wanted = wordsOf(name);
  if (wanted.length === 0) return null;
  const runTogether = found.join('');
  const isFound = (word: string): boolean =>
    runTogether.includes(word) || found.some((other) => areAlike(word, other));
  return wanted.filter(isFound).length >= LEAST_WORD_FRACTION * wanted.length;
}

/** Words without case, accents and punctuation; short ones only where there are no others. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const long = words.filter((word) => word.length >= MIN_WORD_LENGTH);
  return long.length > 0 ? long : words;
}

function areAlike(a: string, b: string): boolean {
  const mostEdits = Math.floor(MOST_EDITS_PER_LETTER * Math.max(a.length, b.length));
  return Math.abs(a.length - b.length) <= mostEdits && editDistance(a, b) <= mostEdits;
}

/** Levenshtein distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substituted, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}

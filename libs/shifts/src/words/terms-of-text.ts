const WORDS = new Intl.Segmenter('und', { granularity: 'word' });
const LEAST_LETTERS = 2;
const IS_LETTER = /\p{L}/u;
/** Writing without spaces: a word may be one character. */
const IS_IDEOGRAPH = /\p{Script=Han}/u;

/** The different words of a text, lower case, in any script; single letters and numbers are none. */
export function termsOfText(text: string): ReadonlySet<string> {
  const terms = new Set<string>();
  for (const { segment, isWordLike } of WORDS.segment(text.normalize('NFKC').toLowerCase())) {
    const isLong = [...segment].length >= LEAST_LETTERS || IS_IDEOGRAPH.test(segment);
    if (isWordLike && isLong && IS_LETTER.test(segment)) terms.add(segment);
  }
  return terms;
}

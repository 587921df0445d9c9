/** A caption is 25–40 tokens long; more content words than this come from a text that is no caption. */
export const MAX_CAPTION_TERMS = 32;

const MIN_TERM_LENGTH = 3;

/** Function words and what every caption says (`picture`, `shows`); `two` and `together` stay: they tell pictures apart. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'and are around artwork been before behind being below beneath beside between but can could does down each few for ' +
    'from front had has have her here hers him his image into its itself just like many more most near not ' +
    'off one onto other others our out over own picture poster seen she show showing shown shows some such than ' +
    'that the their them then there these they this those through toward towards under upon very was ' +
    'were what when where which while who whose with within without you your'
  ).split(' '),
);

/** Plural to singular by ending, so that `horses` and `horse` meet; deliberately nothing cleverer. */
function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

/**
 * Content words of a caption in order of appearance, each once, at most 32: lower-cased, accents dropped, split at
 * everything but letters and digits, words under three letters and stop words left out, plurals made singular.
 * @param caption any text
 */
export function captionTerms(caption: string): string[] {
  const plain = caption.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain
    .replace(/['’]s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= MIN_TERM_LENGTH && !STOP_WORDS.has(word));
  return [...new Set(words.map(singular))].slice(0, MAX_CAPTION_TERMS);
}

const WORDS = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)*/gu;
/** Scripts that are written without spaces. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Myanmar}]/u;
const POSSESSIVE = /['’]s$/u;
const LEAST_LENGTH = 2;

/** A word of an unspaced script as overlapping pairs of characters (Manning et al. 2008, 2.2.1); another as it is. */
function partsOf(word: string): string[] {
  if (!UNSPACED.test(word)) return word.length < LEAST_LENGTH ? [] : [word.replace(POSSESSIVE, '')];
  const characters = [...word];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, i) => characters[i] + character);
}

/** Words of a text of any script, lower case, in order; empty for a text without any. */
export function tokens(text: string): string[] {
  return (text.normalize('NFKC').toLowerCase().match(WORDS) ?? []).flatMap(partsOf);
}

/** Scripts without spaces between words: each of their characters stands for itself. */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu;
const MARKUP = /<[^<>]{0,200}>/g;

/**
 * What two copies of a text have in common: its words in lower case without punctuation, markup and white space;
 * characters where the script has no spaces between words.
 * @param text any string, also an empty one
 */
export function textTokens(text: string): string[] {
  return text.normalize('NFKC').replace(MARKUP, ' ').toLowerCase().match(TOKEN) ?? [];
}

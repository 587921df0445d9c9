/** A part of a text: [from, to), UTF-16 code units. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

const STREETS =
  'Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Square|Sq|Terrace|Crescent';

/** What points to a person or an account. Lengths are bounded, so that hostile text is read in linear time. */
const PERSONAL: readonly RegExp[] = [
  // Mail addresses and accounts; then the web's.
  /[^\s@＠<>()[\]]{0,64}[@＠][\p{L}\p{N}_](?:[^\s@＠<>()[\]]{0,190}[\p{L}\p{N}_])?/gu,
  /\b(?:https?:\/\/|www\.)[^\s<>]{1,2000}/giu,
  /\b[\p{L}\p{N}-]{1,63}\.(?:com|net|org|info|io|tv|me|co|edu|gov|de|fr|uk|es|it|jp|in|br|ru|nl|pl)\b(?:\/[^\s<>]{0,2000})?/giu,
  /(?<![\p{L}\p{N}])[ur]\/[\p{L}\p{N}_-]{2,64}/giu,
  // Numbers of telephones, cards and accounts; ids.
  /\+?\p{Nd}(?:[\s().\/-]{0,2}\p{Nd}){4,40}/gu,
  /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi,
  /(?<![\p{L}\p{N}])(?=[a-z]{0,40}\d)(?=\d{0,40}[a-z])[a-z\d]{10,128}(?![\p{L}\p{N}])/giu,
  // Who signs, or says their name.
  /(?<![\p{L}])(?:[Mm]y name is|[Mm]y name's|[Cc]all me|[Ss]igned,?|[Ss]incerely,?|[Rr]egards,?|[Yy]ours(?: truly)?,)\s{1,3}\p{Lu}[\p{L}'’-]{1,30}(?:\s\p{Lu}[\p{L}.'’-]{0,30}){0,2}/gu,
  // Streets with a number.
  new RegExp(
    `(?<!\\p{N})\\p{N}{1,5}[a-z]?\\s{1,2}(?:\\p{Lu}[\\p{L}.'’-]{0,30}\\s{1,2}){1,3}(?:${STREETS})(?![\\p{L}])\\.?`,
    'gu',
  ),
  /\p{Lu}[\p{L}-]{1,40}(?:straße|strasse|gasse|weg|platz|allee)\s{1,2}\p{N}{1,4}/gu,
  /(?<!\p{N})\p{N}{1,5}(?:\s?bis)?,?\s{1,2}(?:rue|avenue|boulevard|place)\s[^.,;\n]{2,40}/giu,
];

/**
 * Where a text names or points to a person: mail and web addresses, account names, long numbers, ids, signatures, street addresses, and the
 * author's own name. Rather too much than too little: a quote loses a word, nobody their name.
 * @param author as the review was signed; null: not known
 * @returns in no order, may overlap
 */
export function personalRanges(text: string, author: string | null): TextRange[] {
  const patterns =
    author === null || author.trim().length < 2 ? PERSONAL : [...PERSONAL, nameOf(author.trim())];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ from: index, to: index + found.length })),
  );
}

function nameOf(author: string): RegExp {
  const literal = author.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/\s+/g, '\\s+');
  return new RegExp(literal, 'giu');
}

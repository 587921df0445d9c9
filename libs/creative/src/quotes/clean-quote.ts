import { sanitizeText } from '@keyart/common';
import { personalRanges, type TextRange } from './personal-ranges';

/** Words that a quote may have. */
export const MOST_WORDS = 25;
const FEWEST_WORDS = 3;
/** Stands where something was taken out, and where more stood before or after. */
const [TAKEN_OUT, CUT] = ['[…]', '…'];

const WORDS = new Intl.Segmenter('en', { granularity: 'word' });
const MARKUP = /<\/?[a-z][^<>]{0,200}>/giu;
/** A quote that begins after one of them, or ends with one, is whole. */
const SENTENCE_ENDS = /[.!?。！？…।؟]["'”’»)\]]*\s*$/u;

/** A few words of a review. */
export interface Quote {
  /** With … where it was cut and […] where something personal was taken out. */
  readonly text: string;
  /** At most {@link MOST_WORDS}. */
  readonly wordCount: number;
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
  readonly isTakenFrom: boolean;
}

/** What is quoted. */
export interface QuoteSource {
  readonly text: string;
  /** Of the text. */
  readonly evidence: TextRange;
  readonly author: string | null;
}

/**
 * The evidence as a quote: whole words, at most 25 of any script, without what points to a person, markup and control characters.
 * @returns null where fewer than three words are left
 */
export function cleanQuote({ text, evidence, author }: QuoteSource): Quote | null {
  const personal = personalRanges(text, author);
  const markup = rangesOf(text, MARKUP);
  const cut = cutWords(text, evidence, { personal, markup });
  if (cut === null || cut.wordCount < FEWEST_WORDS) return null;
  const body = sanitizeText(cut.body, cut.body.length).replace(/^[\s,;:.)\]–—-]+(?!\[)/u, '');
  const isCutBefore = hasWordBefore(text, cut.from);
  const { isCutAfter } = cut;
  return {
    text: `${isCutBefore ? `${CUT} ` : ''}${body}${isCutAfter ? ` ${CUT}` : ''}`,
    ...{ wordCount: cut.wordCount, isCutBefore, isCutAfter, isTakenFrom: cut.isTakenFrom },
  };
}

interface Removed {
  readonly personal: readonly TextRange[];
  readonly markup: readonly TextRange[];
}

interface CutWords {
  readonly body: string;
  readonly from: number;
  readonly wordCount: number;
  readonly isCutAfter: boolean;
  readonly isTakenFrom: boolean;
}

/** Segments that touch the evidence, as far as there is room. */
function cutWords(text: string, evidence: TextRange, { personal, markup }: Removed): CutWords | null {
  let [body, from, wordCount, isFull, isTakenFrom] = ['', -1, 0, false, false];
  let end = evidence.from;
  for (const { segment, index, isWordLike } of WORDS.segment(text)) {
    const range = { from: index, to: index + segment.length };
    if (!overlap(range, evidence)) continue;
    if (from < 0) from = index;
    if (personal.some((one) => overlap(one, range))) {
      if (!body.endsWith(TAKEN_OUT)) body += TAKEN_OUT;
      isTakenFrom = true;
    } else if (markup.some((one) => overlap(one, range))) body += ' ';
    else if (isWordLike && wordCount === MOST_WORDS) isFull = true;
    else {
      body += segment;
      wordCount += Number(isWordLike);
    }
    if (isFull) break;
    end = range.to;
  }
  if (from < 0) return null;
  return { body, from, wordCount, isTakenFrom, isCutAfter: isFull || goesOn(body, text.slice(end)) };
}

function goesOn(body: string, rest: string): boolean {
  return !SENTENCE_ENDS.test(body) && /^[^.!?。！？।؟\n<]*[\p{L}\p{N}]/u.test(rest);
}

function hasWordBefore(text: string, from: number): boolean {
  const before = text.slice(0, from).trimEnd();
  return before !== '' && !SENTENCE_ENDS.test(before) && !/>$/.test(before);
}

function overlap(a: TextRange, b: TextRange): boolean {
  return a.from < b.to && b.from < a.to;
}

function rangesOf(text: string, pattern: RegExp): TextRange[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
  }));
}

import { sanitizeText } from '@keyart/common';
import { personalRanges, type TextRange } from './personal-ranges';

/** Words that a quote may have. */
export const MOST_WORDS = 25;
const FEWEST_WORDS = 3;
/** Code units: of words that are none, 25 would be a page. */
const MOST_LENGTH = 300;
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
  const cut = cutWords(text, evidence, removedFrom(text, author));
  if (cut === null || cut.wordCount < FEWEST_WORDS) return null;
  const body = sanitizeText(cut.body, cut.body.length).replace(/^[\s,;:.)\]–—-]+(?!\[)/u, '');
  const isCutBefore = hasWordBefore(text, cut.from);
  const { isCutAfter } = cut;
  return {
    text: `${isCutBefore ? `${CUT} ` : ''}${body}${isCutAfter ? ` ${CUT}` : ''}`,
    ...{ wordCount: cut.wordCount, isCutBefore, isCutAfter, isTakenFrom: cut.isTakenFrom },
  };
}

const [KEPT, MARKED_UP, PERSONAL] = [0, 1, 2];

/** What becomes of each code unit, `[text.length]`. */
function removedFrom(text: string, author: string | null): Uint8Array {
  const removed = new Uint8Array(text.length);
  for (const { from, to } of rangesOf(text, MARKUP)) removed.fill(MARKED_UP, from, to);
  for (const { from, to } of personalRanges(text, author)) removed.fill(PERSONAL, from, to);
  return removed;
}

/** A word goes as a whole. */
function fateOf({ from, to }: TextRange, removed: Uint8Array): number {
  let fate = KEPT;
  for (let at = from; at < to; at++) fate = Math.max(fate, removed[at]);
  return fate;
}

interface CutWords {
  readonly body: string;
  readonly from: number;
  readonly wordCount: number;
  readonly isCutAfter: boolean;
  readonly isTakenFrom: boolean;
}

/** The time to segment a text grows with the square of its length: 25 words never need more than a part of it. */
const [WINDOW_BEFORE, WINDOW_LENGTH] = [200, 4_000];

/** Not within a character of two code units. */
function windowStart(text: string, { from }: TextRange): number {
  const start = Math.max(0, from - WINDOW_BEFORE);
  return /[\udc00-\udfff]/.test(text.charAt(start)) ? start + 1 : start;
}

/** Segments that touch the evidence, as far as there is room. */
function cutWords(text: string, evidence: TextRange, removed: Uint8Array): CutWords | null {
  let [body, from, wordCount, isFull, isTakenFrom] = ['', -1, 0, false, false];
  let end = evidence.from;
  const start = windowStart(text, evidence);
  for (const { segment, index, isWordLike } of WORDS.segment(
    text.slice(start, evidence.from + WINDOW_LENGTH),
  )) {
    const range = { from: start + index, to: start + index + segment.length };
    if (range.from >= evidence.to) break;
    if (!overlap(range, evidence)) continue;
    if (from < 0) from = range.from;
    const fate = fateOf(range, removed);
    if (fate === PERSONAL) {
      if (!body.endsWith(TAKEN_OUT)) body += TAKEN_OUT;
      isTakenFrom = true;
    } else if (fate === MARKED_UP) body += ' ';
    else if (wordCount + Number(isWordLike) > MOST_WORDS || body.length + segment.length > MOST_LENGTH)
      isFull = true;
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

import { wordCountIn } from './feature-scanner';

/** A piece of a text, [from, to), UTF-16 code units. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const SENTENCE = /[^.!?…\n]+[.!?…\n]*["'”’)\]]*/g;
/** About as long as the comments that tones are learnt from. */
const PASSAGE_WORD_COUNT = 30;

/** Sentences with words in them, in order. Abbreviations may split one; nothing that reads them minds. */
export function sentencesOf(text: string): Span[] {
  return [...text.matchAll(SENTENCE)]
    .map(({ index, 0: { length } }) => ({ from: index, to: index + length }))
    .filter(({ from, to }) => wordCountIn(text, from, to) > 0);
}

/** Sentences put together up to some thirty words; a longer sentence stands alone. */
export function passagesOf(text: string, sentences: readonly Span[]): Span[] {
  const passages: Span[] = [];
  let words = Infinity;
  for (const { from, to } of sentences) {
    const own = wordCountIn(text, from, to);
    const last = passages.at(-1);
    if (last && words + own <= PASSAGE_WORD_COUNT) {
      passages[passages.length - 1] = { from: last.from, to };
      words += own;
    } else {
      passages.push({ from, to });
      words = own;
    }
  }
  return passages;
}

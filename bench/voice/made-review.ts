import type { Random } from '@keyart/common';

const PIECES = {
  who: [
    ...['the acting', 'this film', 'the plot', 'her performance', 'the director', 'the music', 'every scene'],
    ...['the ending', 'my brother', 'the first hour', 'the villain', 'their dialogue'],
  ],
  is: ['is', 'was', 'seems', 'never feels', 'turned out to be', 'stays', 'could have been'],
  what: [
    ...['wonderful', 'slow and predictable', 'a waste of time', 'deeply moving', 'funny', 'not that bad'],
    ...['dull beyond words', 'better than the book', 'rather strange', 'quite clever'],
  ],
  tail: [
    'and I would watch it again with my family',
    'although the last act does not make much sense',
    'which is more than most sequels manage',
    'but it reminded me of my childhood',
    'so we left before it was over',
    'as anybody who saw the trailer will expect',
  ],
} as const;

/** A made-up review of so many sentences, of words that reviews are made of. */
export function madeReview(random: Random, sentenceCount: number): string {
  const pick = (of: readonly string[]): string => of[Math.floor(random.next() * of.length)];
  const sentence = (): string =>
    `${pick(PIECES.who)} ${pick(PIECES.is)} ${pick(PIECES.what)}, ${pick(PIECES.tail)}.`;
  return Array.from({ length: sentenceCount }, sentence).join(' ');
}

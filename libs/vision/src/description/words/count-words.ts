const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six'] as const;

/** A small count as a word, `many` beyond six. */
export function countWord(count: number): string {
  return WORDS[count] ?? 'many';
}

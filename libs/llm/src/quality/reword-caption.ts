/** Pairs that mean the same in a caption; each is replaced by the other. */
const SYNONYMS: readonly (readonly [string, string])[] = [
  ['picture', 'image'],
  ['frightened', 'scared'],
  ['huge', 'enormous'],
  ['small', 'little'],
  ['man', 'gentleman'],
  ['woman', 'lady'],
  ['looks', 'gazes'],
  ['beside', 'next to'],
  ['above', 'over'],
  ['dark', 'dim'],
  ['holding', 'clutching'],
  ['big', 'large'],
  ['road', 'street'],
  ['woods', 'forest'],
  ['ship', 'vessel'],
  ['begins', 'starts'],
];

const OTHER = new Map(SYNONYMS.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));
const WORDS = new RegExp(`\\b(?:${[...OTHER.keys()].join('|')})\\b`, 'gi');

/**
 * The caption in other words: synonyms swapped and, where commas allow, its last clause put first. Deterministic and light: a caption
 * without known words and commas gets only a neutral opening, so that every rewording differs from its source.
 */
export function rewordCaption(caption: string): string {
  const swapped = caption.replace(WORDS, (word) => matchCase(OTHER.get(word.toLowerCase()) ?? word, word));
  const clauses = swapped.replace(/[.\s]+$/, '').split(/,\s+/);
  const last = clauses.pop() ?? '';
  const reordered = clauses.length > 0 && !last.startsWith('and ') ? [last, ...clauses].join(', ') : swapped;
  return reordered === caption ? `Shown here: ${caption}` : reordered;
}

function matchCase(word: string, like: string): string {
  return /^[A-Z]/.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

import { estimateTokenCount } from './estimate-token-count';

/** A clause is a good place to stop if so much of the allowed text is kept. */
const GOOD_CLAUSE_FRACTION = 0.6;
/** What no phrase may end with. */
const LOOSE_END =
  /(?:[\s,;:–—-]|\s(?:a|an|and|as|at|before|behind|but|by|for|from|her|his|in|into|its|of|on|or|over|that|the|their|to|under|who|with))+$/i;

/** The text's beginning of at most so many tokens (`estimateTokenCount`), cut at a clause where one ends late enough, else at a word. */
export function clipToTokens(text: string, tokenCount: number): string {
  if (estimateTokenCount(text) <= tokenCount) return text;
  const cut = wholeWords(text, tokenCount) || clippedWord(text, tokenCount);
  const clause = cut.slice(0, Math.max(cut.lastIndexOf(','), cut.lastIndexOf(';'), 0));
  return (clause.length >= GOOD_CLAUSE_FRACTION * cut.length ? clause : cut).replace(LOOSE_END, '');
}

function wholeWords(text: string, tokenCount: number): string {
  const kept: string[] = [];
  let left = tokenCount;
  for (const word of text.split(' ')) {
    left -= estimateTokenCount(word);
    if (left < 0) break;
    kept.push(word);
  }
  return kept.join(' ');
}

/** For text without spaces: characters instead of words. */
function clippedWord(text: string, tokenCount: number): string {
  const characters = [...text].slice(0, tokenCount * 8);
  while (characters.length > 0 && estimateTokenCount(characters.join('')) > tokenCount) characters.pop();
  return characters.join('');
}

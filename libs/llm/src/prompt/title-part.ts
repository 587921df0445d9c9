import { CHARACTERS_PER_TOKEN, promptText } from './prompt-text';

/** What a prompt says of a title. */
export interface PromptTitle {
  readonly name: string;
  readonly year: number | null;
  readonly genres: readonly string[];
  readonly synopsis: string;
}

const NAME_LENGTH = 80;
const GENRE_LENGTH = 20;
const GENRE_COUNT = 4;
/** Enough to place the title, short enough for a page of titles. */
export const SYNOPSIS_TOKENS = 40;

/** `Genres: a, b.`; empty where there are none. */
export function renderGenres(genres: readonly string[]): string {
  const listed = genres.slice(0, GENRE_COUNT).map((genre) => promptText(genre, GENRE_LENGTH));
  return listed.some(Boolean) ? `Genres: ${listed.filter(Boolean).join(', ')}.` : '';
}

/**
 * One line: name, year, genres, first words of the synopsis.
 * @param synopsisTokens cap of the synopsis, tokens counted as four characters each
 */
export function renderTitle(
  { name, year, genres, synopsis }: PromptTitle,
  synopsisTokens = SYNOPSIS_TOKENS,
): string {
  const named = `Title: ${promptText(name, NAME_LENGTH)}${year === null ? '' : ` (${year})`}.`;
  const told = promptText(synopsis, synopsisTokens * CHARACTERS_PER_TOKEN);
  return [named, renderGenres(genres), told && `${told}.`].filter(Boolean).join(' ');
}

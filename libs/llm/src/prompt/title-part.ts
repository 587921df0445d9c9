import { CHARACTERS_PER_TOKEN, promptText } from './prompt-text';

/** What a prompt says of a title. */
export interface PromptTitle {
  readonly name: string;
  readonly year: number | null;
  readonly genres: readonly string[];
  readonly synopsis: string;
  /** What similar titles taught, in a sentence or two; told only by templates that tell it. */
  readonly insight?: string;
}

/** How much of a title is told. */
export interface TitleTelling {
  /** Cap of the synopsis, tokens counted as four characters each; default `SYNOPSIS_TOKENS`. */
  readonly synopsisTokens?: number;
  /** As in `PromptTemplate`. */
  readonly tellsInsights?: boolean;
}

const NAME_LENGTH = 80;
const GENRE_LENGTH = 20;
const GENRE_COUNT = 4;
const INSIGHT_LENGTH = 160;
/** Enough to place the title, short enough for a page of titles. */
export const SYNOPSIS_TOKENS = 40;

/** `Genres: a, b.`; empty where there are none. */
export function renderGenres(genres: readonly string[]): string {
  const listed = genres.slice(0, GENRE_COUNT).map((genre) => promptText(genre, GENRE_LENGTH));
  return listed.some(Boolean) ? `Genres: ${listed.filter(Boolean).join(', ')}.` : '';
}

/** One line: name, year, genres, first words of the synopsis, and what similar titles taught. */
export function renderTitle(
  { name, year, genres, synopsis, insight = '' }: PromptTitle,
  { synopsisTokens = SYNOPSIS_TOKENS, tellsInsights = false }: TitleTelling = {},
): string {
  const named = `Title: ${promptText(name, NAME_LENGTH)}${year === null ? '' : ` (${year})`}.`;
  const told = promptText(synopsis, synopsisTokens * CHARACTERS_PER_TOKEN);
  const learnt = tellsInsights ? promptText(insight, INSIGHT_LENGTH) : '';
  return [named, renderGenres(genres), told && `${told}.`, learnt && `${learnt}.`].filter(Boolean).join(' ');
}

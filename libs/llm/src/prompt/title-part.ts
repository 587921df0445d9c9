import { promptText } from './prompt-text';

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
/** About 40 tokens: enough to place the title, short enough for a page of titles. */
const SYNOPSIS_LENGTH = 160;

/** One line: name, year, genres, first words of the synopsis. */
export function renderTitle({ name, year, genres, synopsis }: PromptTitle): string {
  const named = `Title: ${promptText(name, NAME_LENGTH)}${year === null ? '' : ` (${year})`}.`;
  const listed = genres.slice(0, GENRE_COUNT).map((genre) => promptText(genre, GENRE_LENGTH));
  const told = promptText(synopsis, SYNOPSIS_LENGTH);
  return [
    named,
    ...(listed.some(Boolean) ? [`Genres: ${listed.filter(Boolean).join(', ')}.`] : []),
    ...(told ? [`${told}.`] : []),
  ].join(' ');
}

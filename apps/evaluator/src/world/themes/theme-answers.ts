import { InputError } from '@keyart/common';
import { FACETS } from '@keyart/features';
import { themeShares, viewerThemes, type PromptSettings, type ViewerThemes } from '@keyart/llm';
import type { World } from '@keyart/simulation';
import type { Answer } from '../questions/score-file';
import {
  lookupQuestion,
  newViewerQuestion,
  readingQuestion,
  themeQuestions,
  type ThemeQuestion,
} from './theme-questions';

/** Where the answers come from. */
export interface ThemeAnswers {
  readonly answers: ReadonlyMap<string, Answer>;
  /** For messages. */
  readonly file: string;
  readonly settings: PromptSettings;
}

/** What is made of a world's pictures and viewers; both by their places in the world. */
export interface Themes {
  /** Shares of the facets in each picture of a title, `[K][F]`. */
  readonly pictures: (title: number) => readonly Float64Array[];
  readonly viewer: (viewer: number) => ViewerThemes;
}

function answerTo({ answers, file }: Omit<ThemeAnswers, 'settings'>, { id }: ThemeQuestion): Answer {
  const answer = answers.get(id);
  if (answer) return answer;
  throw new InputError(
    'MISSING_SCORES',
    `${file}: question ${id} has no answer; ask by keyart world prompts --formulation themes, then run training/score.py`,
  );
}

/** @throws InputError `MISSING_SCORES` where any question about the world has no answer */
export function requireAnswers(world: World, given: ThemeAnswers): void {
  for (const question of themeQuestions(world, given.settings)) answerTo(given, question);
}

function remembered<T>(make: (place: number) => T): (place: number) => T {
  const made = new Map<number, T>();
  return (place) => {
    const kept = made.get(place) ?? make(place);
    made.set(place, kept);
    return kept;
  };
}

/** A title's pictures as read. @param withGenres as asked; see `readingQuestion` */
export function readPictures(
  { titles }: World,
  given: ThemeAnswers,
  { withGenres }: { readonly withGenres: boolean },
): Themes['pictures'] {
  return remembered((title) => {
    const { scores } = answerTo(given, readingQuestion(given.settings, titles[title], withGenres));
    return titles[title].artworks.map((_, k) =>
      themeShares(scores.slice(k * FACETS.length, (k + 1) * FACETS.length)),
    );
  });
}

/** What the answers say, each looked for when it is needed. @throws InputError `MISSING_SCORES`, on use */
export function answeredThemes(world: World, given: ThemeAnswers): Themes {
  return {
    pictures: readPictures(world, given, { withGenres: true }),
    viewer: remembered((viewer) => {
      const { taste } = world.viewers[viewer];
      const { scores } = answerTo(given, lookupQuestion(given.settings, taste));
      return viewerThemes(taste.people, scores);
    }),
  };
}

/** What the model says of a viewer that nothing is known of. @throws InputError `MISSING_SCORES` */
export function newViewerThemes(given: ThemeAnswers): ViewerThemes {
  return viewerThemes([], answerTo(given, newViewerQuestion(given.settings)).scores);
}

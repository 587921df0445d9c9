import { contentHash } from '@keyart/common';
import { NEW_VIEWER_TASTE, type TasteProfile } from '@keyart/features';
import {
  lookedUpThemes,
  lookupPrompts,
  readingPrompts,
  type BranchedPrompts,
  type PromptSettings,
} from '@keyart/llm';
import type { World, WorldPair, WorldTitle } from '@keyart/simulation';

/** Prompts of one kind that begin alike. */
export interface ThemeQuestion extends BranchedPrompts {
  /** Hash of all prompts. */
  readonly id: string;
  readonly formulation: 'reading' | 'pointwise';
}

const ID_LENGTH = 24;

function questionOf(formulation: ThemeQuestion['formulation'], prompts: BranchedPrompts): ThemeQuestion {
  const { prefix, branches, labels } = prompts;
  const text = [formulation, prefix, ...branches, ...labels].join('\0');
  return { id: contentHash(text, ID_LENGTH), formulation, ...prompts };
}

/**
 * What each picture of a title shows: one of the facets. Nobody is asked about in it, so it is asked once for all viewers.
 * @param withGenres as in serving; without, captions are read with nothing known of the title
 */
export function readingQuestion(
  settings: PromptSettings,
  { film, artworks }: WorldTitle,
  withGenres: boolean,
): ThemeQuestion {
  const captions = artworks.map(({ caption }) => caption);
  const genres = withGenres ? film.genres : [];
  return questionOf('reading', readingPrompts(settings, { genres, captions }));
}

/** Whether pictures of each theme fit the viewer. No title is in it, so it is asked once for all titles. */
export function lookupQuestion(settings: PromptSettings, taste: TasteProfile): ThemeQuestion {
  const viewer = { taste, region: '' };
  return questionOf('pointwise', lookupPrompts(settings, viewer, lookedUpThemes(taste.people)));
}

/** The same of a viewer that nothing is known of. */
export function newViewerQuestion(settings: PromptSettings): ThemeQuestion {
  return lookupQuestion(settings, NEW_VIEWER_TASTE);
}

/** Everything there is to ask about a world, or about some pairs of it. */
export function* themeQuestions(
  world: World,
  settings: PromptSettings,
  pairs?: readonly WorldPair[],
): Generator<ThemeQuestion> {
  const { titles, viewers } = askedOf(world, pairs);
  for (const title of titles) yield readingQuestion(settings, title, true);
  for (const { taste } of viewers) yield lookupQuestion(settings, taste);
  yield newViewerQuestion(settings);
}

/** The readings among them, with nothing said of the titles. */
export function* bareReadings(
  world: World,
  settings: PromptSettings,
  pairs?: readonly WorldPair[],
): Generator<ThemeQuestion> {
  for (const title of askedOf(world, pairs).titles) yield readingQuestion(settings, title, false);
}

function askedOf(world: World, pairs?: readonly WorldPair[]): Pick<World, 'titles' | 'viewers'> {
  if (!pairs) return world;
  const [titles, viewers] = [pairs.map(({ title }) => title), pairs.map(({ viewer }) => viewer)];
  return {
    titles: [...new Set(titles)].map((at) => world.titles[at]),
    viewers: [...new Set(viewers)].map((at) => world.viewers[at]),
  };
}

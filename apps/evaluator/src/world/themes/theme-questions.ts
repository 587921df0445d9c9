import { contentHash } from '@keyart/common';
import {
  lookedUpThemes,
  lookupPrompts,
  readingPrompts,
  type BranchedPrompts,
  type PromptSettings,
} from '@keyart/llm';
import type { World, WorldViewer } from '@keyart/simulation';

/** Prompts of one kind that begin alike. */
export interface ThemeQuestion extends BranchedPrompts {
  /** Hash of all prompts. */
  readonly id: string;
  readonly formulation: 'reading' | 'pointwise';
}

const ID_LENGTH = 24;
/** Captions of a question; more would only make its answer a longer line. */
const CAPTION_COUNT = 8;

function questionOf(formulation: ThemeQuestion['formulation'], prompts: BranchedPrompts): ThemeQuestion {
  const { prefix, branches, labels } = prompts;
  const text = [formulation, prefix, ...branches, ...labels].join('\0');
  return { id: contentHash(text, ID_LENGTH), formulation, ...prompts };
}

/** What each of these captions shows: one of the facets. Nobody is asked about in it, so it is asked once for all viewers. */
export function readingQuestion(settings: PromptSettings, captions: readonly string[]): ThemeQuestion {
  return questionOf('reading', readingPrompts(settings, captions));
}

/** Whether pictures of each theme fit the viewer. No title is in it, so it is asked once for all titles. */
export function lookupQuestion(settings: PromptSettings, viewer: WorldViewer): ThemeQuestion {
  const told = { taste: viewer.taste, region: '' };
  return questionOf('pointwise', lookupPrompts(settings, told, lookedUpThemes(viewer.taste.people)));
}

/** All distinct captions of the world, in order, some a question. */
export function captionGroups({ titles }: World): string[][] {
  const captions = [...new Set(titles.flatMap(({ artworks }) => artworks.map(({ caption }) => caption)))];
  return Array.from({ length: Math.ceil(captions.length / CAPTION_COUNT) }, (_, i) =>
    captions.slice(i * CAPTION_COUNT, (i + 1) * CAPTION_COUNT),
  );
}

/** Everything there is to ask about a world. */
export function* themeQuestions(world: World, settings: PromptSettings): Generator<ThemeQuestion> {
  for (const captions of captionGroups(world)) yield readingQuestion(settings, captions);
  for (const viewer of world.viewers) yield lookupQuestion(settings, viewer);
}

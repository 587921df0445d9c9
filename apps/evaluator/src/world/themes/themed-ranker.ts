import { InputError } from '@keyart/common';
import { FACETS } from '@keyart/features';
import {
  scoreThroughThemes,
  themeShares,
  viewerThemes,
  type PromptSettings,
  type ViewerThemes,
} from '@keyart/llm';
import type { World, WorldRanker } from '@keyart/simulation';
import type { Answer } from '../questions/score-file';
import { captionGroups, lookupQuestion, readingQuestion } from './theme-questions';

/** Where the answers come from. */
export interface ThemeAnswers {
  readonly answers: ReadonlyMap<string, Answer>;
  /** For messages. */
  readonly file: string;
  readonly settings: PromptSettings;
}

function answered({ answers, file }: ThemeAnswers, id: string): Answer {
  const answer = answers.get(id);
  if (answer) return answer;
  throw new InputError(
    'MISSING_SCORES',
    `${file}: question ${id} has no answer; ask by keyart world prompts --formulation themes, then run training/score.py`,
  );
}

function readCaptions(world: World, given: ThemeAnswers): Map<string, Float64Array> {
  const shares = new Map<string, Float64Array>();
  for (const captions of captionGroups(world)) {
    const { scores } = answered(given, readingQuestion(given.settings, captions).id);
    captions.forEach((caption, k) => {
      shares.set(caption, themeShares(scores.slice(k * FACETS.length, (k + 1) * FACETS.length)));
    });
  }
  return shares;
}

function readViewers({ viewers }: World, given: ThemeAnswers): ViewerThemes[] {
  return viewers.map((viewer) => {
    const { scores } = answered(given, lookupQuestion(given.settings, viewer).id);
    return viewerThemes(viewer.taste.people, scores);
  });
}

/** The ranker that asks through themes; see `scoreThroughThemes`. It has an answer for every pair. */
export function themedRanker(name: string, world: World, given: ThemeAnswers): WorldRanker {
  const shares = readCaptions(world, given);
  const viewers = readViewers(world, given);
  const none = new Float64Array(FACETS.length);
  return {
    name,
    scores: (viewer, title) =>
      Float64Array.from(world.titles[title].artworks, ({ caption }) =>
        scoreThroughThemes(shares.get(caption) ?? none, viewers[viewer], caption),
      ),
  };
}

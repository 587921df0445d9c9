import { scoreThroughThemes } from '@keyart/llm';
import type { World, WorldRanker } from '@keyart/simulation';
import { answeredThemes, requireAnswers, type ThemeAnswers, type Themes } from './theme-answers';

/** The ranker that asks through themes; see `scoreThroughThemes`. It has an answer for every pair. */
export function themedRanker(name: string, { titles }: World, { pictures, viewer }: Themes): WorldRanker {
  return {
    name,
    scores: (at, title) => {
      const shares = pictures(title);
      return Float64Array.from(titles[title].artworks, ({ caption }, k) =>
        scoreThroughThemes(shares[k], viewer(at), caption),
      );
    },
  };
}

/** The same over answers to all there is to ask. @throws InputError `MISSING_SCORES` at once where one is missing */
export function answeredRanker(name: string, world: World, given: ThemeAnswers): WorldRanker {
  requireAnswers(world, given);
  return themedRanker(name, world, answeredThemes(world, given));
}

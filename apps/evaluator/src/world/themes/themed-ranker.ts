import { scoreThroughThemes } from '@keyart/llm';
import type { World, WorldRanker } from '@keyart/simulation';
import type { Themes } from './theme-answers';

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

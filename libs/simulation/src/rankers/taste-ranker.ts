import { FACETS, LIKED_PERSON } from '@keyart/features';
import type { WorldRanker } from './world-ranker';
import { probeFacets } from './facet-probe';
import type { WorldTable } from './world-table';

/** The content-based taste score on probed facets: Σ_f leaning_f · facet_f, and .35 for one of the viewer's people in the caption. */
export function tasteRanker(table: WorldTable): WorldRanker {
  const facets = probeFacets(table);
  const { viewers, titles } = table.world;
  const leanings = viewers.map(({ taste }) => FACETS.map((facet) => taste.facets[facet] ?? 0));
  return {
    name: 'taste score',
    scores(viewer, title) {
      const { people } = viewers[viewer].taste;
      return Float64Array.from(titles[title].artworks, ({ caption }, k) => {
        const shown = facets[table.startOf[title] + k];
        const match = leanings[viewer].reduce((sum, leaning, f) => sum + leaning * shown[f], 0);
        return match + (people.some((name) => caption.includes(name)) ? LIKED_PERSON : 0);
      });
    },
  };
}

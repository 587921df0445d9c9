import { LOOK_FEATURES } from '@keyart/features';
import {
  importanceOf,
  probeFacets,
  regionOfViewer,
  sceneOf,
  type WorldDecision,
  type WorldRanker,
  type WorldTable,
} from '@keyart/simulation';
import type { InsightRow, TitlePictures } from '@keyart/transfer';

/** Pictures of every title as title intelligence sees them: facets probed from captions and looks, measured engagement of scenes. */
export function titlePictures(table: WorldTable): TitlePictures[] {
  const { titles, settings } = table.world;
  const facets = probeFacets(table);
  return titles.map(({ titleId, artworks }, title) => ({
    title: titleId,
    slate: artworks.map(({ look }, k) => {
      const looks = LOOK_FEATURES.map(({ value }) => (look === null ? 0 : value(look)));
      return Float64Array.from([...facets[table.startOf[title] + k], ...looks]);
    }),
    scenes: artworks.map(({ artworkId }) => sceneOf(artworkId, settings.seed).measured),
  }));
}

/** The log as rows of `fitInsights`. @param baseline the bandit, out of fold by title */
export function insightRows(
  { world }: WorldTable,
  decisions: readonly WorldDecision[],
  { pictures, baseline }: { readonly pictures: readonly TitlePictures[]; readonly baseline: WorldRanker },
): InsightRow[] {
  return decisions.map((decision) => {
    const { viewer, title, shown, reward } = decision;
    const { slate, scenes, title: titleId } = pictures[title];
    return {
      ...{ viewer, title: titleId, slate, scenes, shownAt: shown, reward },
      region: regionOfViewer(world.viewers[viewer].memberId, world.settings.seed),
      ...{ weight: importanceOf(decision), baseline: baseline.scores(viewer, title) },
    };
  });
}

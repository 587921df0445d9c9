import { FACETS, type FacetWeights } from '@keyart/features';
import type { PromptSettings } from '@keyart/llm';
import type { World, WorldTitle, WorldViewer } from '@keyart/simulation';
import type { StageParts, TaughtTitle } from '@keyart/training-export';

/** From here on a worker's reading says a facet in full, below it in part. */
const CLEAR_STRENGTH = 0.7;
const PARTIAL_READING = 0.45;
/** More pictures in a row cost time and say less each. */
const PICTURE_COUNT = 5;

/** Viewers and titles that a stage's rows are drawn from. */
export const STAGE_SPLITS = ['train', 'validation', 'test'] as const;

/** `train`: training viewers, warm titles; `validation`: held-out viewers, warm titles; `test`: held-out viewers, cold titles. */
export type StageSplit = (typeof STAGE_SPLITS)[number];

function readingOf(shown: Float64Array): FacetWeights {
  const said = FACETS.flatMap((facet, f) =>
    shown[f] > 0 ? [[facet, shown[f] > CLEAR_STRENGTH ? 1 : PARTIAL_READING] as const] : [],
  );
  return Object.fromEntries(said);
}

function taughtTitle({ titleId, film, artworks, truths }: WorldTitle): TaughtTitle {
  const { name, year, genres, synopsis } = film;
  return {
    titleId,
    title: { name, year, genres, synopsis },
    pictures: artworks.map(({ artworkId, caption }, i) => ({
      ...{ artworkId, caption },
      facets: readingOf(truths[i].facets),
    })),
  };
}

/**
 * What a stage is taught with in a world: visible histories, and pictures with the facets that a worker would have read off
 * them. Nothing of the choice model, and for training nothing of held-out viewers and cold titles.
 */
export function stageParts(
  { viewers, titles }: World,
  split: StageSplit,
  settings: PromptSettings,
): StageParts {
  const isWanted = ({ isHeldOut }: WorldViewer): boolean => isHeldOut === (split !== 'train');
  return {
    ...{ settings, pictureCount: PICTURE_COUNT },
    viewers: viewers.filter(isWanted).map(({ memberId, taste }) => ({ memberId, region: '', taste })),
    titles: titles.filter(({ isCold }) => isCold === (split === 'test')).map(taughtTitle),
  };
}

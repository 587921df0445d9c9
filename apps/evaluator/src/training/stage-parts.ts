import type { PromptSettings } from '@keyart/llm';
import { workerReading, type World, type WorldTitle, type WorldViewer } from '@keyart/simulation';
import { PictureShelf, type StageParts, type TaughtTitle } from '@keyart/training-export';
import { taughtSentences } from './taught-sentences';

/** More pictures in a row cost time and say less each. */
const PICTURE_COUNT = 5;

/** Viewers and titles that a stage's rows are drawn from. */
export const STAGE_SPLITS = ['train', 'validation', 'test'] as const;

/** `train`: training viewers, warm titles; `validation`: held-out viewers, warm titles; `test`: held-out viewers, cold titles. */
export type StageSplit = (typeof STAGE_SPLITS)[number];

function taughtTitle({ titleId, film, artworks, truths }: WorldTitle): TaughtTitle {
  const { name, year, genres, synopsis } = film;
  return {
    titleId,
    title: { name, year, genres, synopsis },
    pictures: artworks.map(({ artworkId, caption }, i) => ({
      ...{ artworkId, caption },
      facets: workerReading(truths[i]),
    })),
  };
}

/**
 * What a stage is taught with in a world: visible histories, and pictures with the facets that a worker would have read off
 * them. Nothing of the choice model, and for training nothing of held-out viewers and cold titles.
 */
export function stageParts(world: World, split: StageSplit, settings: PromptSettings): StageParts {
  const isTraining = split === 'train';
  const isWanted = ({ isHeldOut }: WorldViewer): boolean => isHeldOut === !isTraining;
  const titles = world.titles.filter(({ isCold }) => isCold === (split === 'test')).map(taughtTitle);
  return {
    ...{ settings, titles, shelf: new PictureShelf(titles), pictureCount: PICTURE_COUNT },
    viewers: world.viewers.filter(isWanted).map(({ memberId, taste }) => ({ memberId, region: '', taste })),
    sentences: isTraining ? taughtSentences(world) : [],
  };
}

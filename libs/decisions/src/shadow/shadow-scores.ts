import type { CatalogueCache } from '@keyart/catalog';
import type { ArtworkScoreRecord } from '@keyart/contracts';
import type { ServingContextRepository } from '@keyart/db';
import type { DescriptorCache } from '../candidates/descriptor-cache';
import { usableLabelScores } from '../serving/usable-label-scores';
import type { WatchedChoice } from './watched-choice';

/** Where a shadow's scores come from. */
export interface ShadowScoresParts {
  readonly context: Pick<ServingContextRepository, 'load'>;
  readonly catalogue: Pick<CatalogueCache, 'current'>;
  readonly descriptors: DescriptorCache;
}

/** Precomputed label scores of an LLM that does not serve, for choices that were made without it. */
export class ShadowScores {
  constructor(private readonly parts: ShadowScoresParts) {}

  /**
   * The choices that the model has scores for, with these in place of the ones that served.
   * @param choices of one member
   */
  async withScores(modelVersion: string, choices: readonly WatchedChoice[]): Promise<WatchedChoice[]> {
    const { context, catalogue, descriptors } = this.parts;
    const { memberId } = choices[0].record;
    const titleIds = choices.map(({ record }) => record.titleId);
    const { scores } = await context.load({ memberId, titleIds, modelVersion });
    const snapshot = catalogue.current();
    return choices.flatMap((choice) => {
      const { candidates, record } = choice;
      const rows = scores.filter((row: ArtworkScoreRecord) => row.titleId === record.titleId);
      const labelScores = usableLabelScores({ rows, candidates, snapshot, descriptors });
      return labelScores ? [{ ...choice, context: { ...choice.context, labelScores } }] : [];
    });
  }
}

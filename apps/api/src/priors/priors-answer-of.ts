import type { TitlePriorsDto } from '@keyart/contracts';
import type { TitlePriors } from '@keyart/insights';

/** Priors as the API shows them. */
export function priorsAnswerOf(priors: TitlePriors): TitlePriorsDto {
  const { titleId, modelVersion, fittedAt, rowCount, isKnown, kinds, artworks, tones } = priors;
  const { expectedReward, meanReward, leanings } = priors;
  return {
    ...{ titleId, modelVersion, fittedAt: fittedAt.toISOString(), rowCount, isKnown, kinds, artworks, tones },
    audience: { expectedReward, meanReward, leanings },
  };
}

import type { TitleInsight } from '@keyart/contracts';
import { TYPICAL_REWARD } from '@keyart/ranking';
import { centredTraits, centredValues } from '../traits/centred-traits';
import type { TransferPart } from '../kriging/transfer-part';
import type { InsightFit } from './fit-insights';

/** A title's pictures. */
export interface TitlePictures {
  readonly title: string | number;
  /** `[K][T]` */
  readonly slate: readonly Float64Array[];
  /** As in `InsightRow`, `[K]`. */
  readonly scenes: ArrayLike<number>;
}

/** What each insight says of a title's pictures. */
export interface InsightLifts {
  /** Reward above the title's mean, weighted, `[K]` each. */
  readonly lifts: Readonly<Record<TitleInsight, Float64Array>>;
  /** Region → relative to the same picture elsewhere, a fraction, `[K]`. */
  readonly regions: ReadonlyMap<string, Float64Array>;
}

/** Lifts of any title's pictures, of the log or not, from the other titles. */
export function insightLifts(fit: InsightFit, { title, slate, scenes }: TitlePictures): InsightLifts {
  const traits = centredTraits(slate);
  const times = (effects: Float64Array, factor: number): Float64Array =>
    Float64Array.from(
      traits,
      (own) => factor * own.reduce((sum, value, t) => sum + value * (effects[t] ?? 0), 0),
    );
  const transferred = (part: TransferPart | null, weight: number): Float64Array =>
    part === null || weight === 0
      ? new Float64Array(slate.length)
      : times(part.predict(title).effects, weight);
  const { similarity, microGenre, regions, weights } = fit;
  return {
    lifts: {
      similarity: transferred(similarity, weights.similarity),
      'micro-genre': transferred(microGenre, weights['micro-genre']),
      scene: centredValues(scenes).map((engagement) => weights.scene * engagement),
    },
    regions: new Map([...regions].map(([region, effects]) => [region, times(effects, 1 / TYPICAL_REWARD)])),
  };
}

import { fitStack } from '@keyart/learning';
import type { TitleInsight } from '@keyart/contracts';
import type { SumsByTitle } from '../kriging/fit-covariogram';
import type { TitleSimilarity } from '../kriging/title-similarity';
import { fitTransferPart, type TransferPart } from '../kriging/transfer-part';
import { centredTraits, centredValues } from '../traits/centred-traits';
import { traitOutcomes } from '../traits/trait-outcomes';
import type { TraitRow } from '../traits/trait-row';
import { traitSums } from '../traits/trait-sums';
import { regionEffects } from './region-effects';

/** A logged choice with what is known of the scenes its pictures come from. */
export interface InsightRow extends TraitRow {
  /** Engagement of each picture's scene above a middling one, `[K]`; 0 for a picture that is no frame. */
  readonly scenes: ArrayLike<number>;
}

/** How titles resemble each other, by insight; null: not known, the insight says nothing. */
export interface InsightSources {
  readonly similarity: TitleSimilarity | null;
  /** By micro-genres in common. */
  readonly microGenre: TitleSimilarity | null;
}

/** What the log says of each insight. */
export interface InsightFit {
  readonly similarity: TransferPart | null;
  readonly microGenre: TransferPart | null;
  /** Region → reward per unit of trait, `[T]`. */
  readonly regions: ReadonlyMap<string, Float64Array>;
  /** Reward per unit of lift (scene: per unit of engagement), ≥ 0; 0: switched off by its guard, or worth nothing beside the others. */
  readonly weights: Readonly<Record<TitleInsight, number>>;
  /** Rows that it was learnt from. */
  readonly rowCount: number;
}

const ORDER: readonly TitleInsight[] = ['similarity', 'micro-genre', 'scene'];

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

function liftOf(part: TransferPart | null, { title, slate, shownAt }: InsightRow): number {
  const effects = part?.isOn ? part.outOfFold.get(title) : undefined;
  return effects ? dot(centredTraits(slate)[shownAt], effects) : 0;
}

/** Weights of the lifts beside each other, each lift as it was for a title left out; an insight never counts against itself. */
function stackWeights(
  rows: readonly InsightRow[],
  parts: Pick<InsightFit, 'similarity' | 'microGenre'>,
): InsightFit['weights'] {
  const stack = rows.map((row) => {
    const { viewer, title, weight, baseline, shownAt, scenes } = row;
    const own = baseline === null ? 0 : centredValues(baseline)[shownAt];
    const scene = centredValues(scenes)[shownAt];
    const scores = [liftOf(parts.similarity, row), liftOf(parts.microGenre, row), scene];
    return { viewer, title, weight, reward: row.reward - own, scores };
  });
  const fitted = fitStack(stack, ORDER.length);
  const weights = ORDER.map((insight, j) => [insight, Math.max(0, fitted[j])] as const);
  return Object.fromEntries(weights) as Record<TitleInsight, number>;
}

/**
 * Learns from the log what title intelligence is worth for the choice of pictures, beyond title, viewer and bandit: transfer from similar
 * titles, from titles of the same micro-genres, from scenes that hold viewers, and how regions differ. All of it out of fold by title.
 * @param rows rendered, attributed, unlocked decisions
 */
export function fitInsights(rows: readonly InsightRow[], sources: InsightSources): InsightFit {
  const outcomes = traitOutcomes(rows);
  const sums: SumsByTitle = traitSums(outcomes, ({ title }) => title);
  const partOf = (similar: TitleSimilarity | null): TransferPart | null =>
    similar === null || sums.size === 0 ? null : fitTransferPart(sums, similar);
  const parts = { similarity: partOf(sources.similarity), microGenre: partOf(sources.microGenre) };
  return {
    ...parts,
    regions: regionEffects(outcomes),
    weights: stackWeights(rows, parts),
    rowCount: rows.length,
  };
}

import { surplusOverLevels } from '@keyart/learning';
import type { TitleSimilarity } from '../kriging/title-similarity';
import { fitTransferPart, type TransferPart } from '../kriging/transfer-part';
import type { TraitOutcome } from '../traits/trait-row';
import { traitSums } from '../traits/trait-sums';
import type { AudienceRow } from './audience-row';

/** What the log says of who takes titles, for titles it has nothing of. */
export interface AudienceFit {
  /** Mean reward of the log. */
  readonly meanReward: number;
  /** Mean leanings of the log's viewers, `[F]`. */
  readonly meanTaste: Float64Array;
  /** How much more than the mean a title earns; one trait, that it is this title. */
  readonly level: TransferPart;
  /** How much more it earns from viewers of a leaning, reward per unit of leaning above the mean, `[F]`. */
  readonly taste: TransferPart;
}

const NOBODY = 0;
const TITLE_ITSELF = Float64Array.of(1);

function weightedMean(rows: readonly AudienceRow[], of: (row: AudienceRow) => number): number {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  return rows.reduce((sum, row) => sum + row.weight * of(row), 0) / total;
}

/** Leanings above the mean, once for all rows of a profile. */
function tastesAbove(mean: Float64Array): (taste: ArrayLike<number>) => Float64Array {
  const known = new Map<ArrayLike<number>, Float64Array>();
  return (taste) => {
    const above = known.get(taste) ?? mean.map((centre, f) => taste[f] - centre);
    known.set(taste, above);
    return above;
  };
}

function partOf(outcomes: readonly TraitOutcome[], similar: TitleSimilarity): TransferPart {
  return fitTransferPart(
    traitSums(outcomes, ({ title }) => title),
    similar,
  );
}

/**
 * Learns whom similar titles are for, as trait effects are learnt (see `fitTransferPart`), with viewers' leanings in the place of pictures'
 * traits: surplus over the viewer's level on "it is this title", surplus over title and viewer on each leaning. Each has its own covariogram and guard.
 * @param rows rendered, attributed, unlocked decisions; without any there is nothing to say: null
 */
export function fitAudience(rows: readonly AudienceRow[], similar: TitleSimilarity): AudienceFit | null {
  if (rows.length === 0) return null;
  const meanReward = weightedMean(rows, ({ reward }) => reward);
  const facetCount = rows[0].taste.length;
  const meanTaste = Float64Array.from({ length: facetCount }, (_, f) =>
    weightedMean(rows, ({ taste }) => taste[f]),
  );
  const above = tastesAbove(meanTaste);
  const ofAll = surplusOverLevels(rows.map(({ viewer, reward }) => ({ viewer, title: NOBODY, reward })));
  const ofTitle = surplusOverLevels(rows);
  const outcome = (row: AudienceRow, traits: Float64Array, surplus: number): TraitOutcome => ({
    ...{ title: row.title, region: '', weight: row.weight, traits, surplus },
  });
  const levels = rows.map((row) => outcome(row, TITLE_ITSELF, ofAll({ ...row, title: NOBODY })));
  const tastes = rows.map((row) => outcome(row, above(row.taste), ofTitle(row)));
  return { meanReward, meanTaste, level: partOf(levels, similar), taste: partOf(tastes, similar) };
}

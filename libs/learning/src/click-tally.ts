import type { ArtworkOutcome } from './artwork-outcome';
import { grouped } from './artwork-tally';
import type { ObservedMean } from './empirical-bayes';
import { importanceWeight } from './importance-weight';
import type { RewardRung } from './reward-ladder';

/** What an artwork's clicks led to, as under uniform logging. */
export interface ClickTally {
  readonly artworkId: string;
  readonly titleId: string;
  /** Sum of importance weights of all showings, and of those that were clicked or better. */
  readonly shownWeight: number;
  readonly clickedWeight: number;
  /** Share of quality plays or better among the clicks, with its effective number of clicks (Kish 1965). */
  readonly quality: ObservedMean;
  /** Clicks as counted, unweighted. */
  readonly clickCount: number;
}

/** Rungs reached by opening the title; a report counts, whether or not a click came before it. */
const CLICKED: ReadonlySet<RewardRung> = new Set([
  ...(['click', 'play', 'quality-play', 'completion'] as const),
  ...(['quick-abandon', 'misleading'] as const),
]);
const QUALITY: ReadonlySet<RewardRung> = new Set(['quality-play', 'completion']);

function tally(outcomes: readonly ArtworkOutcome[], maxWeight: number): ClickTally {
  const sum = (rows: readonly ArtworkOutcome[], power: number): number =>
    rows.reduce((total, row) => total + importanceWeight(row, maxWeight) ** power, 0);
  const clicked = outcomes.filter(({ rung }) => CLICKED.has(rung));
  const clickedWeight = sum(clicked, 1);
  const qualityWeight = sum(
    clicked.filter(({ rung }) => QUALITY.has(rung)),
    1,
  );
  const count = clicked.length === 0 ? 0 : clickedWeight ** 2 / sum(clicked, 2);
  const { artworkId, titleId } = outcomes[0];
  const quality = { mean: clicked.length === 0 ? 0 : qualityWeight / clickedWeight, count };
  return {
    ...{ artworkId, titleId, shownWeight: sum(outcomes, 1), clickedWeight },
    ...{ quality, clickCount: clicked.length },
  };
}

/** One tally per artwork, by artwork id; `maxWeight` clips the importance weights min(1 / (K · propensity), maxWeight). */
export function tallyClicks(outcomes: readonly ArtworkOutcome[], maxWeight: number): ClickTally[] {
  const inOrder = [...outcomes].sort(
    (a, b) => a.propensity - b.propensity || a.candidateCount - b.candidateCount,
  );
  return grouped(inOrder, ({ artworkId }) => artworkId).map(([, rows]) => tally(rows, maxWeight));
}

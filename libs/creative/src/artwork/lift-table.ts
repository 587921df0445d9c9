import { groupsOf } from '@keyart/common';
import { normalQuantile, type Interval, type JackknifeEstimate } from '@keyart/evaluation';
import { LEAST_MEMBERS } from '../clusters';
import { labelOfLog, type LogLabel } from './find-trait-lifts';
import { betweenVariance, centreOf, shrinkTowards, type Noisy, type Prior, type Shrunken } from './shrink';
import type { TraitDecision } from './trait-decision';
import { contrastTrait, liftInterval, liftOf } from './trait-lift';
import { contrasted } from './trait-tally';

const REACH = normalQuantile(0.975);

/** What a trait does in a country and a micro-genre. */
export interface LiftCell {
  readonly country: string;
  readonly microGenre: string;
  /** Null: suppressed, fewer than {@link LEAST_MEMBERS} members were shown one of pictures with and without it there. */
  readonly shown: ShownCell | null;
}

/** Figures of a cell. */
export interface ShownCell {
  /** Pulled towards its micro-genre, and that towards all. */
  readonly lift: number;
  /** 95%. */
  readonly interval: Interval;
  /** How much of it is the cell's own, in [0, 1]; 0: it had too few takes. */
  readonly ownShare: number;
  /** As measured; null: too few takes. */
  readonly rawLift: number | null;
  readonly decisionCount: number;
  readonly memberCount: number;
}

/** Lift of one trait by country and micro-genre. */
export interface LiftTable {
  readonly trait: string;
  readonly label: LogLabel;
  /** Ascending, as micro-genres. */
  readonly countries: readonly string[];
  readonly microGenres: readonly string[];
  /** Country by country. */
  readonly cells: readonly LiftCell[];
  /** Decisions from nowhere, and of titles without a micro-genre. */
  readonly leftOutCount: number;
}

interface RawCell {
  readonly country: string;
  readonly microGenre: string;
  readonly decisionCount: number;
  readonly memberCount: number;
  readonly own: Noisy | null;
}

/**
 * The table of a trait: cells are shrunken to their micro-genre, micro-genres to all, in logarithms. Suppressed cells say nothing and lend nothing.
 * A decision counts in every micro-genre of its title.
 * @returns null where no cell has takes enough to measure anything
 */
export function liftTable(decisions: readonly TraitDecision[], trait: string): LiftTable | null {
  const placed = decisions.flatMap((decision) =>
    decision.country === null || contrasted(decision, trait) === null
      ? []
      : decision.microGenres.map((microGenre) => ({ decision, microGenre })),
  );
  const raw = groupsOf(placed, ({ decision, microGenre }) => `${decision.country}\n${microGenre}`).map(
    (group) => rawCellOf(group, trait),
  );
  const shown = raw.filter(({ memberCount }) => memberCount >= LEAST_MEMBERS);
  const shrink = shrinkerOf(
    shown,
    groupsOf(placed, ({ microGenre }) => microGenre).flatMap((group) => centreOfMicroGenre(group, trait)),
  );
  if (shrink === null) return null;
  const cells = raw.map((cell): LiftCell => {
    const { country, microGenre } = cell;
    return { country, microGenre, shown: shown.includes(cell) ? shrink(cell) : null };
  });
  const ascending = (names: readonly string[]): string[] => [...new Set(names)].sort();
  const placeOf = ({ country, microGenre }: LiftCell): string => `${country}\n${microGenre}`;
  return {
    ...{ trait, label: labelOfLog(decisions) },
    countries: ascending(cells.map(({ country }) => country)),
    microGenres: ascending(cells.map(({ microGenre }) => microGenre)),
    cells: cells.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)),
    leftOutCount: decisions.filter(({ country, microGenres }) => country === null || microGenres.length === 0)
      .length,
  };
}

interface Placed {
  readonly decision: TraitDecision;
  readonly microGenre: string;
}

function rawCellOf(group: readonly [Placed, ...Placed[]], trait: string): RawCell {
  const own = group.map(({ decision }) => decision);
  const contrast = contrastTrait(own, trait);
  return {
    ...{ country: own[0].country!, microGenre: group[0].microGenre },
    ...{ decisionCount: own.length, memberCount: new Set(own.map(({ member }) => member)).size },
    own: contrast && noisy(contrast.logRatio),
  };
}

/** With the variance that a normal variable of its interval has: Student's of few titles is wider than its error says. */
function noisy({ value, interval: [lower, upper] }: JackknifeEstimate): Noisy {
  return { value, variance: ((upper - lower) / 2 / REACH) ** 2 };
}

interface MicroGenreCentre {
  readonly microGenre: string;
  readonly own: Noisy;
}

/** From its decisions and not from its cells: these share their titles, so that their errors are not independent. */
function centreOfMicroGenre(group: readonly [Placed, ...Placed[]], trait: string): MicroGenreCentre[] {
  const contrast = contrastTrait(
    group.map(({ decision }) => decision),
    trait,
  );
  return contrast ? [{ microGenre: group[0].microGenre, own: noisy(contrast.logRatio) }] : [];
}

/** All from micro-genres, micro-genres towards all, cells towards their micro-genre. */
function shrinkerOf(
  cells: readonly RawCell[],
  centres: readonly MicroGenreCentre[],
): ((cell: RawCell) => ShownCell) | null {
  if (cells.length === 0 || centres.length === 0) return null;
  const values = centres.map(({ own }) => own);
  const across = betweenVariance(values);
  const all: Prior = {
    centre: centreOf(values, across),
    ...{ between: across, degreesOfFreedom: centres.length - 1 },
  };
  const measured = groupsOf(
    cells.filter(({ own }) => own !== null),
    ({ microGenre }) => microGenre,
  ).map((group) => group.flatMap(({ own }) => own ?? []));
  const between = pooledBetween(measured);
  const degreesOfFreedom = measured.reduce((sum, { length }) => sum + length - 1, 0);
  return (cell) => {
    const own = centres.find(({ microGenre }) => microGenre === cell.microGenre)?.own ?? null;
    const centre = shrinkTowards(all, own);
    return shownOf(cell, shrinkTowards({ centre, between, degreesOfFreedom }, cell.own));
  };
}

/** τ² of cells in their micro-genre, from all micro-genres together, weighted by their cells. */
function pooledBetween(groups: readonly (readonly Noisy[])[]): number {
  const several = groups.filter(({ length }) => length > 1);
  const count = several.reduce((sum, { length }) => sum + length - 1, 0);
  if (count === 0) return 0;
  return several.reduce((sum, cells) => sum + (cells.length - 1) * betweenVariance(cells), 0) / count;
}

function shownOf(
  { own, decisionCount, memberCount }: RawCell,
  { value, variance, ownShare }: Shrunken,
): ShownCell {
  const reach = REACH * Math.sqrt(variance);
  return {
    ...{ lift: liftOf(value), interval: liftInterval([value - reach, value + reach]), ownShare },
    ...{ rawLift: own && liftOf(own.value), decisionCount, memberCount },
  };
}

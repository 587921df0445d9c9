import { SOURCES, type Source } from '@keyart/contracts';
import { clusteredMean } from '@keyart/evaluation';
import { groupsOf } from '@keyart/common';
import type { Interval } from '@keyart/simulation';
import type { Showing } from './showing';

/** A day, or several, in figures. Fractions are per decision. */
export interface ServedFigures {
  readonly decisionCount: number;
  /** Drawn. */
  readonly takeFraction: number;
  /** True take probabilities of what was shown, and of what chance or an oracle would have shown on the same visits. */
  readonly trueTakeFraction: number;
  readonly randomTakeFraction: number;
  readonly oracleTakeFraction: number;
  /** Share of the way from random to oracle; 95%, counted over viewers. null: there is no way, or were fewer than two viewers. */
  readonly gapClosed: Interval | null;
  /** Share of the decisions by the tier whose scores made the choice. */
  readonly sources: Readonly<Record<Source, number>>;
}

function meanOf(showings: readonly Showing[], valueOf: (showing: Showing) => number): number {
  return showings.reduce((sum, showing) => sum + valueOf(showing), 0) / Math.max(1, showings.length);
}

/** ΣR / ΣN with R what was won over random and N what there was to win, both by viewer. */
function gapClosedOf(showings: readonly Showing[]): Interval | null {
  const members = groupsOf(showings, ({ memberId }) => memberId).map((own) => ({
    won: own.reduce((sum, { chances }) => sum + chances.shown - chances.random, 0),
    gap: own.reduce((sum, { chances }) => sum + chances.oracle - chances.random, 0),
  }));
  const total = (valueOf: (member: { won: number; gap: number }) => number): number =>
    members.reduce((sum, member) => sum + valueOf(member), 0);
  if (!(total(({ gap }) => gap) > 0)) return null;
  const closed = clusteredMean({
    clusterCount: members.length,
    count: total(({ gap }) => gap),
    sum: total(({ won }) => won),
    squaredSum: total(({ won }) => won ** 2),
    squaredCount: total(({ gap }) => gap ** 2),
    sumTimesCount: total(({ won, gap }) => won * gap),
  });
  return closed && { value: closed.mean, low: closed.interval[0], high: closed.interval[1] };
}

/** What showings amount to. */
export function servedFigures(showings: readonly Showing[]): ServedFigures {
  const shares = SOURCES.map((source) => [
    source,
    meanOf(showings, (each) => Number(each.source === source)),
  ]);
  return {
    decisionCount: showings.length,
    takeFraction: meanOf(showings, ({ isTake }) => Number(isTake)),
    trueTakeFraction: meanOf(showings, ({ chances }) => chances.shown),
    randomTakeFraction: meanOf(showings, ({ chances }) => chances.random),
    oracleTakeFraction: meanOf(showings, ({ chances }) => chances.oracle),
    gapClosed: gapClosedOf(showings),
    sources: Object.fromEntries(shares) as Record<Source, number>,
  };
}

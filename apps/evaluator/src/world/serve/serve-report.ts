import type { Night } from './learn-overnight';
import { servedFigures, type ServedFigures } from './served-day';
import type { VisitedDay } from './serve-day';

/** A day's row. */
export interface ServeDayRow extends ServedFigures {
  readonly kind: 'day';
  /** From 1. */
  readonly day: number;
  readonly visitCount: number;
  readonly undecidedCount: number;
  readonly decisionsPerSecond: number;
  readonly eventCount: number;
  /** Of the bandit that served; null: it made no choice. */
  readonly banditVersion: string | null;
  /** What the night after made of it. */
  readonly night: Night;
}

/** What the days amount to. */
export interface ServeSummary {
  readonly kind: 'summary';
  readonly dayCount: number;
  readonly decisionCount: number;
  readonly eventCount: number;
  /** Over the time in which pages were asked for. */
  readonly decisionsPerSecond: number;
  readonly isFastEnough: boolean;
  /** Share of the way from random to oracle. */
  readonly firstGapClosed: number | null;
  readonly lastGapClosed: number | null;
  /** The last day's minus the first's, with a 95% interval (the days taken as independent); null: one day, or no gap. */
  readonly rise: { readonly value: number; readonly low: number; readonly high: number } | null;
}

/** All that came of serving a world. */
export interface ServeReport {
  readonly schema: 'world-serve/1';
  readonly source: string;
  readonly softwareVersion: string;
  readonly seed: string;
  readonly pageSize: number;
  readonly counts: Readonly<Record<'titles' | 'artworks' | 'viewers', number>>;
  readonly days: readonly ServeDayRow[];
  readonly summary: ServeSummary;
}

/** A day that is over, and what the night made of it. */
export interface DayAndNight {
  readonly day: number;
  readonly visitCount: number;
  readonly visited: VisitedDay;
  readonly night: Night;
}

/** Decisions per second below which a service is too slow to live in a world. */
export const LEAST_DECISIONS_PER_SECOND = 200;

/** The row of a day. */
export function dayRow({ day, visitCount, visited, night }: DayAndNight): ServeDayRow {
  const { showings, undecidedCount, decidingSeconds, eventCount, banditVersion } = visited;
  return {
    ...{ kind: 'day', day, visitCount, undecidedCount, eventCount, banditVersion, night },
    ...servedFigures(showings),
    decisionsPerSecond: showings.length / decidingSeconds,
  };
}

function riseOf(rows: readonly ServeDayRow[]): ServeSummary['rise'] {
  const [first, last] = [rows[0].gapClosed, rows[rows.length - 1].gapClosed];
  if (rows.length < 2 || !first || !last) return null;
  const value = last.value - first.value;
  const reach = Math.hypot(first.high - first.value, last.high - last.value);
  return { value, low: value - reach, high: value + reach };
}

/** The days together. @param rows at least one */
export function serveSummary(rows: readonly ServeDayRow[]): ServeSummary {
  const total = (valueOf: (row: ServeDayRow) => number): number =>
    rows.reduce((sum, row) => sum + valueOf(row), 0);
  const decisionCount = total((row) => row.decisionCount);
  const decisionsPerSecond = decisionCount / total((row) => row.decisionCount / row.decisionsPerSecond);
  return {
    ...{ kind: 'summary', dayCount: rows.length, decisionCount, decisionsPerSecond },
    eventCount: total((row) => row.eventCount),
    isFastEnough: decisionsPerSecond >= LEAST_DECISIONS_PER_SECOND,
    firstGapClosed: rows[0].gapClosed?.value ?? null,
    lastGapClosed: rows[rows.length - 1].gapClosed?.value ?? null,
    rise: riseOf(rows),
  };
}

import type { FaultName, Period } from '../chaos/fault';
import type { Finding } from '../check/finding';
import type { Ledger } from '../load/ledger';
import type { Traffic } from '../load/traffic';

/** One fault that was played. */
export interface Strike {
  readonly name: FaultName;
  /** From the kill, or from the end of an outage, to the first sign of life; null: none within the limit. */
  readonly recoveryMs: number | null;
}

/** A run, summed up. */
export interface RunResult {
  readonly strikes: readonly Strike[];
  readonly findings: readonly Finding[];
  readonly failedJobCount: number;
  readonly crashCount: number;
  readonly ledger: Ledger;
  readonly traffic: Traffic;
}

/** One row of the table. */
export interface PeriodReport {
  readonly period: Period;
  readonly strikeCount: number;
  readonly requestCount: number;
  readonly turnedAwayCount: number;
  readonly cutOffCount: number;
  readonly unansweredCount: number;
  readonly lostCount: number;
  readonly doubleCount: number;
  readonly recoveryMs: { readonly median: number; readonly largest: number } | null;
  readonly tiers: Readonly<Record<string, number>>;
}

/** Everything the command prints. */
export interface FaultReport {
  readonly periods: readonly PeriodReport[];
  readonly ledger: Record<'decisions' | 'events' | 'films' | 'jobs' | 'uploads' | 'readBack', number>;
  readonly failedJobCount: number;
  /** Ends of processes that the harness had not ordered. */
  readonly crashCount: number;
  readonly unrecoveredCount: number;
  readonly findings: readonly Finding[];
  readonly oddities: readonly string[];
  readonly isPassed: boolean;
}

function summaryOf(values: readonly number[]): PeriodReport['recoveryMs'] {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return {
    median: Math.round(sorted[Math.floor(sorted.length / 2)]),
    largest: Math.round(sorted[sorted.length - 1]),
  };
}

function periodReport(period: Period, { strikes, findings, traffic }: RunResult): PeriodReport {
  const own = strikes.filter(({ name }) => name === period);
  const counts = traffic.of(period);
  const found = findings.filter(({ during }) => during === period);
  return {
    period,
    strikeCount: own.length,
    requestCount: counts.answered + counts['turned away'] + counts['cut off'] + counts.unanswered,
    turnedAwayCount: counts['turned away'],
    cutOffCount: counts['cut off'],
    unansweredCount: counts.unanswered,
    lostCount: found.filter(({ kind }) => kind === 'lost').length,
    doubleCount: found.filter(({ kind }) => kind === 'double').length,
    recoveryMs: summaryOf(own.flatMap(({ recoveryMs }) => recoveryMs ?? [])),
    tiers: counts.tiers,
  };
}

/** Passed: nothing lost, nothing double, nothing without an answer, everything back, no process ended by itself. */
export function faultReportOf(run: RunResult): FaultReport {
  const names = [...new Set<Period>(run.strikes.map(({ name }) => name)), 'calm' as const];
  const periods = names.map((name) => periodReport(name, run));
  const { ledger } = run;
  const unrecoveredCount = run.strikes.filter(({ recoveryMs }) => recoveryMs === null).length;
  const unansweredCount = periods.reduce((sum, row) => sum + row.unansweredCount, 0);
  const { findings, failedJobCount, crashCount } = run;
  return {
    ...{ periods, failedJobCount, crashCount, unrecoveredCount, findings },
    ledger: {
      decisions: ledger.decisions.size,
      events: ledger.events.size,
      films: ledger.films.size,
      jobs: ledger.jobs.length,
      uploads: ledger.uploadCount,
      readBack: ledger.readBackCount,
    },
    oddities: run.traffic.oddities,
    isPassed: findings.length + unansweredCount + unrecoveredCount + crashCount === 0,
  };
}

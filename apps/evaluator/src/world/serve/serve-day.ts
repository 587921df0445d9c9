import { inLanes, type ProgressListener } from '@keyart/common';
import type { DecisionRecord } from '@keyart/contracts';
import type { Visit } from './draw-visits';
import type { Showing } from './showing';
import { tellOutcomes } from './tell-outcomes';
import { askPage, reactTo, type Page, type ServedWorld, type VisitMoment } from './visit-service';
import type { WorldTime } from './world-time';

/** A day of visits as it went. */
export interface VisitedDay {
  readonly showings: readonly Showing[];
  readonly undecidedCount: number;
  /** Time in which pages were asked for; events and the world's own reckoning are not in it. */
  readonly decidingSeconds: number;
  readonly eventCount: number;
  /** Of the bandit that served; null: it made no choice. */
  readonly banditVersion: string | null;
}

/** A day to live through. */
export interface DayToVisit {
  readonly visits: readonly Visit[];
  readonly moment: VisitMoment;
  readonly time: WorldTime;
  readonly progress: ProgressListener;
}

/** Pages asked for at a time, as by a few front ends. */
const LANE_COUNT = 8;
/** Visits come in so many hours, and what happened in one is told at its end; then the night, long enough for the last windows to close. */
const HOUR_COUNT = 12;
const HOUR_MS = 3_600_000;
const NIGHT_MS = 12 * HOUR_MS;

async function banditVersionOf(
  { client }: ServedWorld,
  showings: readonly Showing[],
): Promise<string | null> {
  const first = showings.find(({ source }) => source === 'bandit');
  if (!first) return null;
  const path = `/v1/decisions/${first.decisionId}`;
  return (await client.ask<DecisionRecord>({ method: 'GET', path })).modelVersion;
}

/** Lets the viewers of a day visit, hour by hour, and tells the service what they did; the time is the next morning's afterwards. */
export async function serveDay(served: ServedWorld, day: DayToVisit): Promise<VisitedDay> {
  const { visits, moment, time, progress } = day;
  const perHour = Math.ceil(visits.length / HOUR_COUNT);
  const pages: Page[] = [];
  let [decidingMs, eventCount] = [0, 0];
  for (let hour = 0; hour < HOUR_COUNT; hour++) {
    const coming = visits.slice(hour * perHour, (hour + 1) * perHour);
    const [shownAtMs, startedAtMs] = [time.nowMs(), performance.now()];
    const answers = await inLanes(coming, LANE_COUNT, (visit) => askPage(served, visit));
    decidingMs += performance.now() - startedAtMs;
    const seen = coming.map((visit, at) => reactTo(served, { visit, answer: answers[at], moment }));
    const showings = seen.flatMap((page) => page.showings);
    eventCount += await tellOutcomes(served.client, showings, shownAtMs);
    pages.push(...seen);
    progress((hour + 1) / HOUR_COUNT, `hour ${hour + 1}`);
    time.pass(HOUR_MS);
  }
  time.pass(NIGHT_MS);
  const showings = pages.flatMap((page) => page.showings);
  return {
    ...{ showings, eventCount, decidingSeconds: decidingMs / 1000 },
    undecidedCount: pages.reduce((sum, page) => sum + page.undecidedCount, 0),
    banditVersion: await banditVersionOf(served, showings),
  };
}

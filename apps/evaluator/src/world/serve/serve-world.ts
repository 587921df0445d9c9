import { DependencyError, projectVersion, showProgress } from '@keyart/common';
import { ViewerTruth, type World } from '@keyart/simulation';
import { drawVisits, type Visit, type VisitPlan } from './draw-visits';
import { SERVE_ERROR_CODES } from './errors';
import { learnOvernight } from './learn-overnight';
import { putCatalogue, type FacetSource } from './put-catalogue';
import { putHistories } from './put-histories';
import { requireScopes } from './require-scopes';
import { serveDay } from './serve-day';
import { dayRow, serveSummary, type ServeDayRow, type ServeReport } from './serve-report';
import type { ServiceClient } from './service-client';
import type { ServedWorld } from './visit-service';
import type { WorldTime } from './world-time';

/** How a world is served. */
export interface ServeOptions extends VisitPlan {
  readonly facets: FacetSource;
  /** Told of every day, once its night is over. */
  readonly onDay?: (row: ServeDayRow) => void;
}

/** Where a world is served. */
export interface ServingPlace {
  readonly client: ServiceClient;
  readonly time: WorldTime;
}

/** Viewers that come on some day. */
function comingOf(world: World, days: readonly (readonly Visit[])[]): World['viewers'] {
  const coming = new Set(days.flat().map(({ viewer }) => viewer));
  return world.viewers.filter((_, at) => coming.has(at));
}

async function furnish(
  { world, client }: ServedWorld,
  days: readonly (readonly Visit[])[],
  { titleCount, facets }: ServeOptions,
): Promise<ServeReport['counts']> {
  const titles = world.titles.slice(0, titleCount);
  const catalogue = showProgress('catalogue');
  const artworkCount = await putCatalogue(client, { titles, facets, progress: catalogue.update });
  catalogue.done(`${titles.length} titles, ${artworkCount} artworks`);
  const viewers = comingOf(world, days);
  const histories = showProgress('histories');
  await putHistories(client, viewers, histories.update);
  histories.done(`${viewers.length} viewers`);
  return { titles: titles.length, artworks: artworkCount, viewers: viewers.length };
}

async function liveThrough(
  served: ServedWorld,
  {
    visits,
    day,
    dayCount,
    time,
  }: { visits: readonly Visit[]; day: number; dayCount: number; time: WorldTime },
): Promise<ServeDayRow> {
  const progress = showProgress(`day ${day + 1} of ${dayCount}`);
  const moment = { day, timeFraction: day / Math.max(1, dayCount - 1) };
  const visited = await serveDay(served, { visits, moment, time, progress: progress.update });
  if (visited.showings.length === 0)
    throw new DependencyError(
      SERVE_ERROR_CODES.nothingDecided,
      'the service had no picture for any title of the day; are the pictures it was given kept from viewers?',
      false,
    );
  progress.update(1, 'night');
  const night = await learnOvernight(served.client, time.morning());
  progress.done(
    `${visited.showings.length} decisions, ${visited.eventCount} events, ${night.trainedRowCount} trained on`,
  );
  return dayRow({ day: day + 1, visitCount: visits.length, visited, night });
}

/**
 * Lets a world's viewers visit a service for some days: its catalogue and what may be known of its viewers are put into the
 * service, pages are asked for over HTTP, the truth says what is taken, events go back, and the bandit is trained each night.
 * @throws InputError `BAD_API_KEY`, `MISSING_SCOPE`
 * @throws DependencyError, see `SERVE_ERROR_CODES`
 */
export async function serveWorld(
  world: World,
  { client, time }: ServingPlace,
  options: ServeOptions,
): Promise<ServeReport> {
  const { seed, pageSize, dayCount, onDay } = options;
  await requireScopes(client);
  const served = { world, truth: new ViewerTruth(world), client, seed };
  const planned = drawVisits(world, options);
  const counts = await furnish(served, planned, options);
  const days: ServeDayRow[] = [];
  for (const [day, visits] of planned.entries()) {
    const row = await liveThrough(served, { visits, day, dayCount, time });
    days.push(row);
    onDay?.(row);
  }
  return {
    ...{ schema: 'world-serve/1', source: world.source.name, softwareVersion: projectVersion() },
    ...{ seed, pageSize, counts, days, summary: serveSummary(days) },
  };
}

import { DependencyError } from '@keyart/common';
import { MAX_EVENTS_PER_CALL, type EventDto, type EventsAnswerDto, type EventType } from '@keyart/contracts';
import { SERVE_ERROR_CODES } from './errors';
import type { ServiceClient } from './service-client';
import type { Showing } from './showing';

interface Happening {
  readonly type: EventType;
  readonly minutes: number;
  readonly progressFraction?: number;
}

/** A take is a quality play; who does not take has seen the picture, no more. */
const SEEN: readonly Happening[] = [{ type: 'impression', minutes: 0 }];
const TAKEN: readonly Happening[] = [
  ...SEEN,
  { type: 'click', minutes: 1 },
  { type: 'play', minutes: 2 },
  { type: 'progress', minutes: 50, progressFraction: 0.5 },
];
const MINUTE_MS = 60_000;

/** The events of one showing; ids are a function of the decision, so that telling them again changes nothing. */
export function eventsOf({ decisionId, isTake }: Showing, shownAtMs: number): EventDto[] {
  return (isTake ? TAKEN : SEEN).map(({ type, minutes, ...rest }) => ({
    ...{ eventId: `${decisionId}/${type}`, decisionId, type, ...rest },
    occurredAt: new Date(shownAtMs + minutes * MINUTE_MS).toISOString(),
  }));
}

/**
 * Tells the service what viewers did; returns how many events it took.
 * @throws DependencyError `SERVICE_REFUSED` when it did not take one
 */
export async function tellOutcomes(
  client: ServiceClient,
  showings: readonly Showing[],
  shownAtMs: number,
): Promise<number> {
  const events = showings.flatMap((showing) => eventsOf(showing, shownAtMs));
  let acceptedCount = 0;
  for (let from = 0; from < events.length; from += MAX_EVENTS_PER_CALL) {
    const body = { events: events.slice(from, from + MAX_EVENTS_PER_CALL) };
    const { accepted, rejected } = await client.ask<EventsAnswerDto>({
      method: 'POST',
      path: '/v1/events',
      body,
    });
    if (rejected.length > 0)
      throw new DependencyError(
        SERVE_ERROR_CODES.refused,
        `${rejected.length} events were not taken; the first: ${rejected[0].code}, ${rejected[0].detail}`,
        false,
      );
    acceptedCount += accepted;
  }
  return acceptedCount;
}

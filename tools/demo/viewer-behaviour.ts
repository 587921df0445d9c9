import { randomUUID } from 'node:crypto';
import type { Random } from '@keyart/common';
import type { EventType } from '@keyart/contracts';
import { FACETS, type FacetWeights } from '@keyart/features';
import type { PostedEvent } from './api-client';

/**
 * The made-up viewer of the demo's evening. How well a picture speaks to the viewer's taste moves the chance of a
 * click; whether the title itself pleases moves what follows. It exists to make traffic, not to prove a ranker.
 */
export interface Temptation {
  readonly taste: FacetWeights;
  readonly artworkFacets: FacetWeights;
  readonly titleFacets: FacetWeights;
}

/** An event and how long after the impression it happens. */
interface TimedEvent {
  readonly type: EventType;
  readonly afterMs: number;
  readonly progressFraction?: number;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const BASE_LOGIT = -1.2;
const TASTE_WEIGHT = 2.2;
const RARE_FRACTION = 0.04;

const affinity = (taste: FacetWeights, facets: FacetWeights): number =>
  FACETS.reduce((sum, facet) => sum + (taste[facet] ?? 0) * (facets[facet] ?? 0), 0);

const chance = (logit: number): number => 1 / (1 + Math.exp(-logit));

function afterPlay(pleasure: number, random: Random): TimedEvent[] {
  const draw = random.next();
  if (draw < 0.7 * pleasure) {
    return [
      { type: 'progress', afterMs: 40 * MINUTE_MS, progressFraction: 0.6 },
      { type: 'completion', afterMs: 75 * MINUTE_MS },
    ];
  }
  if (draw < pleasure) return [{ type: 'progress', afterMs: 30 * MINUTE_MS, progressFraction: 0.4 }];
  const quit: TimedEvent = { type: 'abandon', afterMs: 4 * MINUTE_MS, progressFraction: 0.03 };
  return random.next() < 0.2 ? [quit, { type: 'misleading', afterMs: 5 * MINUTE_MS }] : [quit];
}

function afterImpression(temptation: Temptation, random: Random): TimedEvent[] {
  const pull = affinity(temptation.taste, temptation.artworkFacets);
  if (random.next() >= chance(BASE_LOGIT + TASTE_WEIGHT * pull)) {
    return random.next() < RARE_FRACTION ? [{ type: 'list-add', afterMs: 20 * SECOND_MS }] : [];
  }
  const click: TimedEvent = { type: 'click', afterMs: 8 * SECOND_MS };
  if (random.next() > 0.8) return [click];
  const pleasure = chance(0.4 + TASTE_WEIGHT * affinity(temptation.taste, temptation.titleFacets));
  return [click, { type: 'play', afterMs: 15 * SECOND_MS }, ...afterPlay(pleasure, random)];
}

/** What the viewer does with one picture: always an impression, sometimes more. */
export function reactTo(
  temptation: Temptation,
  shown: { decisionId: string; atMs: number },
  random: Random,
): PostedEvent[] {
  const timed: TimedEvent[] = [
    { type: 'impression', afterMs: SECOND_MS },
    ...afterImpression(temptation, random),
  ];
  return timed.map(({ type, afterMs, progressFraction }) => ({
    eventId: randomUUID(),
    decisionId: shown.decisionId,
    type,
    occurredAt: new Date(shown.atMs + afterMs).toISOString(),
    ...(progressFraction !== undefined && { progressFraction }),
  }));
}

import { randomUUID } from 'node:crypto';
import type { Random } from '@keyart/common';
import type { SentEvent } from './ledger';

const SEEN_SHARE = 0.9;
const TYPES = ['click', 'play', 'progress', 'abandon', 'completion', 'list-add', 'misleading'] as const;
const MAX_OUTCOMES = 3;
/** Some outcomes fall behind the window of three seconds, and must not count. */
const SPREAD_MS = 4_000;

/** How a viewer behaves. */
export interface Behaviour {
  readonly random: Random;
  /** Share of outcomes that are told seconds later, after the reward was attributed. */
  readonly lateShare: number;
}

function eventOf(decisionId: string, type: string, occurredAtMs: number): SentEvent {
  return { eventId: randomUUID(), decisionId, type, occurredAt: new Date(occurredAtMs).toISOString() };
}

function outcomesOf(decisionId: string, seenAtMs: number, random: Random): SentEvent[] {
  const count = Math.floor(random.next() * (MAX_OUTCOMES + 1));
  return Array.from({ length: count }, () => {
    const type = TYPES[Math.floor(random.next() * TYPES.length)];
    const event = eventOf(decisionId, type, seenAtMs + Math.floor(random.next() * SPREAD_MS));
    return type === 'progress' || type === 'abandon' ? { ...event, progressFraction: random.next() } : event;
  });
}

/** What a viewer tells of a page at once and later; outcomes may come before their impression. */
export function eventsOfPage(
  decisions: readonly { readonly decisionId: string }[],
  { random, lateShare }: Behaviour,
): { now: SentEvent[]; late: SentEvent[] } {
  const seenAtMs = Date.now();
  const all = decisions
    .filter(() => random.next() < SEEN_SHARE)
    .flatMap(({ decisionId }) => [
      eventOf(decisionId, 'impression', seenAtMs),
      ...outcomesOf(decisionId, seenAtMs, random),
    ])
    .map((event) => ({ event, key: random.next(), isLate: random.next() < lateShare }))
    .sort((a, b) => a.key - b.key);
  const told = (isLate: boolean): SentEvent[] =>
    all.filter((one) => one.isLate === isLate).map(({ event }) => event);
  return { now: told(false), late: told(true) };
}

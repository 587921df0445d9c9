import type { EventRecord, EventType } from '@keyart/contracts';
import type { RewardRung } from '@keyart/learning';
import { uuidOf } from '../../support/uuid-of';

interface Happening {
  readonly type: EventType;
  readonly minutes: number;
  readonly progressFraction: number | null;
}

const at = (minutes: number, type: EventType, progressFraction: number | null = null): Happening => ({
  ...{ type, minutes, progressFraction },
});
const CLICK = at(1, 'click');
const PLAY = at(2, 'play');

/** What is told of a viewer who got so far, after the impression. */
const HAPPENINGS: Partial<Record<RewardRung, readonly Happening[]>> = {
  none: [],
  click: [CLICK],
  play: [CLICK, PLAY, at(10, 'progress', 0.08)],
  'quality-play': [CLICK, PLAY, at(50, 'progress', 0.5)],
  'quick-abandon': [CLICK, PLAY, at(4, 'abandon', 0.01)],
};

const MINUTE_MS = 60_000;

/** The events of one showing; ids are a function of the decision, so that a run repeats. */
export function eventsOfOutcome(decisionId: string, rung: RewardRung, shownAtMs: number): EventRecord[] {
  return [at(0, 'impression'), ...(HAPPENINGS[rung] ?? [])].map(({ type, minutes, progressFraction }) => ({
    ...{ eventId: uuidOf(`${decisionId}/${type}`), decisionId, type, progressFraction },
    occurredAt: new Date(shownAtMs + minutes * MINUTE_MS),
  }));
}

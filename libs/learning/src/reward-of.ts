import { InputError } from '@keyart/common';
import type { EventRecord, EventType } from '@keyart/contracts';
import { LEARNING_ERROR_CODES } from './errors';
import {
  QUALITY_PLAY_FRACTION,
  QUICK_ABANDON_FRACTION,
  REWARD_LADDER,
  type RewardLadder,
  type RewardRung,
} from './reward-ladder';

function rungOf(events: readonly EventRecord[]): RewardRung {
  const has = (type: EventType): boolean => events.some((event) => event.type === type);
  const reachedFraction = Math.max(0, ...events.map(({ progressFraction }) => progressFraction ?? 0));
  if (has('misleading')) return 'misleading';
  if (has('completion')) return 'completion';
  if (reachedFraction >= QUALITY_PLAY_FRACTION) return 'quality-play';
  if (has('abandon') && reachedFraction < QUICK_ABANDON_FRACTION) return 'quick-abandon';
  if (has('play') || reachedFraction > 0) return 'play';
  if (has('list-add')) return 'list-add';
  return has('click') ? 'click' : 'none';
}

/**
 * The reward of one decision and the rung that gave it. A report of a misleading picture outweighs everything; else the
 * furthest the viewer got counts; leaving early counts only if it was not followed by watching on. Order and repetition of
 * events do not matter: the answer depends on the set of what happened, each within [impression, impression + its window).
 * @param events all events of the decision, in any order
 * @param impressionAtMs when the picture was rendered, epoch milliseconds
 * @param ladder from `rewardLadder`
 * @throws InputError `BAD_REWARD_WINDOW`
 */
export function rewardOf(
  events: readonly EventRecord[],
  impressionAtMs: number,
  { windowMs, windowMsOf }: RewardLadder,
): { reward: number; rung: RewardRung } {
  if (!(Number.isFinite(impressionAtMs) && windowMs > 0)) {
    throw new InputError(LEARNING_ERROR_CODES.badWindow, `window of ${windowMs} ms from ${impressionAtMs}`);
  }
  const rung = rungOf(
    events.filter(({ type, occurredAt }) => {
      const sinceMs = occurredAt.getTime() - impressionAtMs;
      return sinceMs >= 0 && sinceMs < windowMsOf[type];
    }),
  );
  return { reward: REWARD_LADDER[rung], rung };
}

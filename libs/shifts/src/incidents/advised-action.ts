import type { Tone } from '@keyart/contracts';
import { toneOf } from '../measures/measure';
import type { StreamShift } from '../screening/watch-streams';
import { leadingShift, type Incident } from './incident';

/** What a person may do about an incident; nothing is done by itself. */
export const ADVISED_ACTIONS = [
  ...['check-platform', 'leave-out-reviews', 'hold-campaign', 'prefer-neutral-artwork'],
  ...['lead-with-tone', 'extend-campaign', 'look-at-reviews', 'look-at-countries'],
] as const;

/** One of them. */
export type AdvisedAction = (typeof ADVISED_ACTIONS)[number];

/** An action, its reason, and the tone that it is about. */
export interface Advice {
  readonly action: AdvisedAction;
  readonly reason: string;
  readonly tone: Tone | null;
}

/** Feelings that a picture may well show. */
const WARM_TONES: ReadonlySet<Tone> = new Set([
  ...(['admiration', 'amusement', 'caring', 'curiosity', 'excitement', 'gratitude', 'joy', 'love'] as const),
  ...(['nostalgia', 'optimism', 'pride', 'relief', 'surprise'] as const),
]);
/** Feelings against a title, or about what is in it, under which a loud campaign makes things worse. */
const HOSTILE_TONES: ReadonlySet<Tone> = new Set([
  ...(['anger', 'annoyance', 'disapproval', 'disgust', 'disappointment'] as const),
]);

function adviceOfTone(tone: Tone, { direction }: StreamShift): Advice {
  const isUp = direction === 'up';
  if (isUp && HOSTILE_TONES.has(tone))
    return {
      tone,
      action: 'hold-campaign',
      reason: `reviews show more ${tone}: find out why before reaching more people`,
    };
  if (isUp && WARM_TONES.has(tone))
    return {
      tone,
      action: 'lead-with-tone',
      reason: `reviews show more ${tone}: artwork of that tone keeps its promise`,
    };
  if (!isUp && WARM_TONES.has(tone))
    return {
      tone,
      action: 'prefer-neutral-artwork',
      reason: `reviews show less ${tone}: artwork that promises it misleads`,
    };
  return { tone, action: 'look-at-reviews', reason: `reviews show ${isUp ? 'more' : 'less'} ${tone}` };
}

function adviceOf(shift: StreamShift): Advice {
  const { measure, direction } = shift;
  const tone = toneOf(measure);
  if (tone) return adviceOfTone(tone, shift);
  const isUp = direction === 'up';
  if (measure === 'polarity')
    return isUp
      ? { tone, action: 'extend-campaign', reason: 'reviews have become kinder: a campaign meets goodwill' }
      : {
          tone,
          action: 'prefer-neutral-artwork',
          reason: 'reviews have become harsher: artwork of strong emotion would not be believed',
        };
  if (measure === 'disagreement' && isUp)
    return {
      tone,
      action: 'look-at-countries',
      reason: 'reviewers are more divided: see which country or group',
    };
  return { tone, action: 'look-at-reviews', reason: `${measure} went ${direction}` };
}

/** The graver comes first. */
function rank({ action }: Advice): number {
  return ADVISED_ACTIONS.indexOf(action);
}

/**
 * What is advised about an incident. Platform and bombing come before what the reviews say, because both mean that it cannot be taken at
 * its word; else the gravest of what its shifts advise, that of the leading shift among equals.
 */
export function adviseOn(
  incident: Pick<Incident, 'scope' | 'shifts' | 'titleIds'>,
  isBombing: boolean,
): Advice {
  if (isBombing)
    return {
      ...{ action: 'leave-out-reviews', tone: null },
      reason:
        'the reviews look like a campaign: read the profile without them and change nothing for their sake',
    };
  if (incident.scope === 'platform')
    return {
      ...{ action: 'check-platform', tone: null },
      reason: `${incident.titleIds.length} titles shifted at once: look at the engine, the intake or an event before the titles`,
    };
  const own = [leadingShift(incident), ...incident.shifts].map(adviceOf);
  return own.reduce((gravest, advice) => (rank(advice) < rank(gravest) ? advice : gravest));
}

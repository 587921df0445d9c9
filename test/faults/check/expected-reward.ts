import type { SentEvent } from '../load/ledger';

/** The ladder as documented, written down anew: the check must not share the code it checks. */
const WORTH = {
  misleading: -1,
  completion: 1,
  'quality-play': 0.8,
  'quick-abandon': -0.25,
  play: 0.25,
  'list-add': 0.15,
  click: 0.05,
  none: 0,
} as const;
const QUALITY_FRACTION = 0.15;
const QUICK_FRACTION = 0.05;

function rungOf(types: ReadonlySet<string>, furthest: number): keyof typeof WORTH {
  if (types.has('misleading')) return 'misleading';
  if (types.has('completion')) return 'completion';
  if (furthest >= QUALITY_FRACTION) return 'quality-play';
  if (types.has('abandon') && furthest < QUICK_FRACTION) return 'quick-abandon';
  if (types.has('play') || furthest > 0) return 'play';
  if (types.has('list-add')) return 'list-add';
  return types.has('click') ? 'click' : 'none';
}

/** What the events of one decision earn it, or null where its picture was never seen. */
export function expectedReward(events: readonly SentEvent[], windowMs: number): number | null {
  const seen = events
    .filter(({ type }) => type === 'impression')
    .map(({ occurredAt }) => Date.parse(occurredAt));
  if (seen.length === 0) return null;
  const fromMs = Math.min(...seen);
  const counted = events.filter(({ occurredAt }) => {
    const atMs = Date.parse(occurredAt);
    return atMs >= fromMs && atMs < fromMs + windowMs;
  });
  const furthest = Math.max(0, ...counted.map(({ progressFraction }) => progressFraction ?? 0));
  return WORTH[rungOf(new Set(counted.map(({ type }) => type)), furthest)];
}

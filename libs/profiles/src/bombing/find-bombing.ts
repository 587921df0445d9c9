import { groupsOf } from '@keyart/common';
import type { ProfiledReview } from '../reviews/profiled-review';
import { BOMBING_SIGNS, signsOf, type BombingSign } from './bombing-signs';
import { DailyRate, DAY_MS } from './daily-rate';

/** A burst of reviews that was found to be a bombing. */
export interface Bombing {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly reviewCount: number;
  /** Reviews that its length brings on an ordinary day; null: the title is too young to have a rate. */
  readonly usualCount: number | null;
  /** Share of the burst's reviews that show each sign, only those signs that counted. */
  readonly signs: Readonly<Partial<Record<BombingSign, number>>>;
  /** Reviews that are taken out, those of a shorter burst within not counted again. */
  readonly quarantinedCount: number;
}

/** What is held back of a title's reviews. */
export interface BombingReport {
  /** In the order of time. */
  readonly bombings: readonly Bombing[];
  /** Review id → the signs it showed. */
  readonly quarantined: ReadonlyMap<string, readonly BombingSign[]>;
}

/** A copied text is seen in minutes, an appeal to "go and vote it down" within a day. */
const BURST_LENGTHS_MS = [DAY_MS / 24, DAY_MS];
const LEAST_BURST = 20;
/** Times the title's own rate. */
const BURST_FACTOR = 5;
/** Share of a burst that must show a sign; text against stars is rarer in honest reviews than new accounts are. */
const LEAST_SHARES: Readonly<Record<BombingSign, number>> = {
  'new-accounts': 0.5,
  'copied-text': 0.3,
  'text-against-stars': 0.3,
};
/** A sign as frequent as this elsewhere is the title's habit. */
const HABIT_FACTOR = 2;
/** Everybody comes at once to a title that is new: there one sign is not enough. */
const SIGNS_WITHOUT_HISTORY = 2;

/**
 * Finds review bombing: a burst against the title's own rate in which many reviews come from new accounts, copy each other, or say with their
 * stars the opposite of their text. Only reviews that show such a sign are held back: who wrote honestly on that day still counts.
 * Depends on the reviews only, not on their order.
 * @param reviews all of a title
 */
export function findBombing(reviews: readonly ProfiledReview[]): BombingReport {
  const rate = new DailyRate(reviews.map(({ createdAtMs }) => createdAtMs));
  const bombings: Bombing[] = [];
  const quarantined = new Map<string, Set<BombingSign>>();
  for (const lengthMs of BURST_LENGTHS_MS)
    for (const burst of burstsOf(reviews, lengthMs, rate)) {
      const held = heldBack(burst, reviews);
      if (!held) continue;
      const news = [...held.signs.keys()].filter(({ reviewId }) => !quarantined.has(reviewId));
      if (news.length === 0) continue;
      bombings.push({ ...timesOf(burst, lengthMs), ...held.shares, quarantinedCount: news.length });
      for (const [{ reviewId }, signs] of held.signs)
        quarantined.set(reviewId, new Set([...(quarantined.get(reviewId) ?? []), ...signs]));
    }
  return {
    bombings: bombings.sort((a, b) => a.fromMs - b.fromMs || a.untilMs - b.untilMs),
    quarantined: new Map([...quarantined].map(([id, signs]) => [id, inOrder(signs)])),
  };
}

interface Burst {
  readonly index: number;
  readonly reviews: readonly ProfiledReview[];
  readonly usualCount: number | null;
}

function burstsOf(reviews: readonly ProfiledReview[], lengthMs: number, rate: DailyRate): Burst[] {
  const indexOf = ({ createdAtMs }: ProfiledReview): number => Math.floor(createdAtMs / lengthMs);
  return groupsOf(reviews, (review) => String(indexOf(review))).flatMap((group) => {
    if (group.length < LEAST_BURST) return [];
    const daily = rate.before(group[0].createdAtMs);
    const usualCount = daily === null ? null : (daily * lengthMs) / DAY_MS;
    if (usualCount !== null && group.length < BURST_FACTOR * usualCount) return [];
    return [{ index: indexOf(group[0]), reviews: group, usualCount }];
  });
}

function timesOf({ index, reviews, usualCount }: Burst, lengthMs: number) {
  const fromMs = index * lengthMs;
  return { fromMs, untilMs: fromMs + lengthMs, reviewCount: reviews.length, usualCount };
}

interface HeldBack {
  readonly shares: Pick<Bombing, 'signs'>;
  readonly signs: ReadonlyMap<ProfiledReview, readonly BombingSign[]>;
}

/** Null: an honest crowd. */
function heldBack(burst: Burst, all: readonly ProfiledReview[]): HeldBack | null {
  const inside = new Set(burst.reviews);
  const others = all.filter((review) => !inside.has(review));
  const [own, usual] = [signsOf(burst.reviews), signsOf(others)];
  const shareOf = (sign: BombingSign): number => own[sign].size / burst.reviews.length;
  const counting = BOMBING_SIGNS.filter((sign) => {
    const habit = others.length > 0 ? usual[sign].size / others.length : 0;
    return shareOf(sign) >= LEAST_SHARES[sign] && shareOf(sign) >= HABIT_FACTOR * habit;
  });
  if (counting.length < (burst.usualCount === null ? SIGNS_WITHOUT_HISTORY : 1)) return null;
  const signs = burst.reviews.flatMap((review) => {
    const shown = counting.filter((sign) => own[sign].has(review));
    return shown.length > 0 ? [[review, shown] as const] : [];
  });
  return {
    shares: { signs: Object.fromEntries(counting.map((sign) => [sign, shareOf(sign)])) },
    signs: new Map(signs),
  };
}

function inOrder(signs: ReadonlySet<BombingSign>): BombingSign[] {
  return BOMBING_SIGNS.filter((sign) => signs.has(sign));
}

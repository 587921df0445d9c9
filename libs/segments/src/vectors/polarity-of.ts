import type { AffectEvent } from '../events/affect-event';

const MIDDLE_STARS = 3;
const STARS_EACH_SIDE = 2;

/** Whether and how much the title pleased, in [−1, 1]: what was written, else the stars; null: neither. */
export function polarityOf({ polarity, stars }: AffectEvent): number | null {
  return polarity ?? (stars === null ? null : (stars - MIDDLE_STARS) / STARS_EACH_SIDE);
}

/** How often a cache was asked, by whether it knew. */
export interface HitCounts {
  readonly hitCount: number;
  readonly missCount: number;
}

/** Counts what a cache is asked. */
export class HitCounter implements HitCounts {
  hitCount = 0;
  missCount = 0;

  /** Counts one question; returns `isHit`. */
  count(isHit: boolean): boolean {
    if (isHit) this.hitCount++;
    else this.missCount++;
    return isHit;
  }
}

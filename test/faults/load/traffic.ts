import type { Period } from '../chaos/fault';

/** What became of a request. */
export type Fate = 'answered' | 'turned away' | 'cut off' | 'unanswered';

/** Counts of a period. */
export type PeriodTraffic = Record<Fate, number> & { readonly tiers: Record<string, number> };

/** What is going on now, and how every request fared while it did. */
export class Traffic {
  period: Period = 'calm';
  /** First lines of answers that should not have been. */
  readonly oddities: string[] = [];
  private readonly counts = new Map<Period, PeriodTraffic>();

  count(period: Period, fate: Fate): void {
    this.of(period)[fate]++;
  }

  countTier(period: Period, tier: string): void {
    const { tiers } = this.of(period);
    tiers[tier] = (tiers[tier] ?? 0) + 1;
  }

  of(period: Period): PeriodTraffic {
    const known = this.counts.get(period);
    if (known) return known;
    const fresh = { answered: 0, 'turned away': 0, 'cut off': 0, unanswered: 0, tiers: {} };
    this.counts.set(period, fresh);
    return fresh;
  }
}

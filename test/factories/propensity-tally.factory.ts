import type { DecisionRecord } from '@keyart/contracts';

interface Tally {
  sum: number;
  variance: number;
  count: number;
}

/** Sums of (1{chosen = a} − p_a) over decisions, by group; standardised they are about N(0, 1) where propensities are true. */
export class PropensityTally {
  private readonly tallies = new Map<string, Tally>();

  /**
   * Adds a decision to groups.
   * @param index place of the candidate a in the record, drawn without looking at the choice
   */
  add(record: DecisionRecord, index: number, groups: readonly string[]): void {
    const { artworkId, probability } = record.candidates[index];
    const residual = (record.artworkId === artworkId ? 1 : 0) - probability;
    for (const group of groups) {
      const tally = this.tallies.get(group) ?? { sum: 0, variance: 0, count: 0 };
      tally.sum += residual;
      tally.variance += probability * (1 - probability);
      tally.count++;
      this.tallies.set(group, tally);
    }
  }

  /** Decisions in the group; 0 for an unknown one. */
  countOf(group: string): number {
    return this.tallies.get(group)?.count ?? 0;
  }

  /** Standardised sum of the group; NaN where nothing was random. */
  standardisedSumOf(group: string): number {
    const { sum, variance } = this.tallies.get(group) ?? { sum: NaN, variance: NaN };
    return sum / Math.sqrt(variance);
  }
}

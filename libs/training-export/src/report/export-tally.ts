import { EXCLUSIONS, type Exclusion } from '../decisions/exclusion';
import type { ExportDecision } from '../decisions/export-decision';
import type { Side } from '../decisions/split-rule';
import type { RowListener } from '../rows/row-maker';
import type { DraftRow } from '../rows/training-row';
import { SideTally } from './side-tally';

const EXAMPLE_COUNT = 5;

/** Decisions that gave no row, for a reason. */
export interface ExcludedCount {
  readonly reason: Exclusion;
  /** In words. */
  readonly what: string;
  readonly decisionCount: number;
  /** Ids of the first ones. */
  readonly examples: readonly string[];
}

/** Counts what became of every decision. */
export class ExportTally implements RowListener {
  readonly sides: Readonly<Record<Side, SideTally>> = { train: new SideTally(), validation: new SideTally() };
  private readonly decisions: Record<Side, number> = { train: 0, validation: 0 };
  private readonly members: Readonly<Record<Side, Set<string>>> = { train: new Set(), validation: new Set() };
  private readonly reasons = new Map<Exclusion, { count: number; examples: string[] }>();

  row(side: Side, row: DraftRow): void {
    this.sides[side].add(row);
  }

  used(side: Side, { userId }: ExportDecision): void {
    this.decisions[side]++;
    this.members[side].add(userId);
  }

  excluded(reason: Exclusion, { decisionId }: ExportDecision): void {
    const noted = this.reasons.get(reason) ?? { count: 0, examples: [] };
    noted.count++;
    if (noted.examples.length < EXAMPLE_COUNT) noted.examples.push(decisionId);
    this.reasons.set(reason, noted);
  }

  decisionCount(side: Side): number {
    return this.decisions[side];
  }

  memberCount(side: Side): number {
    return this.members[side].size;
  }

  /** What a weight is divided by, so that training rows have a mean of 1. */
  get meanWeight(): number {
    const { weightSum, rowCount } = this.sides.train;
    return weightSum / rowCount;
  }

  /** In the order in which reasons are asked for. */
  exclusions(): ExcludedCount[] {
    return (Object.keys(EXCLUSIONS) as Exclusion[]).flatMap((reason) => {
      const noted = this.reasons.get(reason);
      if (!noted) return [];
      return [{ reason, what: EXCLUSIONS[reason], decisionCount: noted.count, examples: noted.examples }];
    });
  }
}

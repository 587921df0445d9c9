import { EVIDENCE_KINDS, type DraftRow, type EvidenceKind } from '../rows/training-row';

/** Rows of a kind. */
export interface EvidenceCount {
  readonly rowCount: number;
  /** Share of all weight of the side, in [0, 1]. */
  readonly weightShare: number;
}

/** What the weights of a side are like. */
export interface WeightReport {
  /** (Σ w)² / Σ w²: rows of equal weight that the weighted ones are worth. */
  readonly effectiveSampleSize: number;
  /** In (0, 1], of the rows. */
  readonly effectiveShare: number;
  /** Largest, of a mean of 1 over the training rows. */
  readonly largest: number;
  /** Share of rows whose 1 / propensity (or evidence) was cut, in [0, 1]. */
  readonly clipRate: number;
}

/** Token counts, by `TOKEN_COUNT_METHOD`. */
export interface LengthReport {
  readonly median: number;
  readonly p95: number;
  readonly largest: number;
}

/** A place among the options. */
export interface SlotCount {
  /** From 0. */
  readonly slot: number;
  readonly rowCount: number;
  /** If every place were as likely. */
  readonly expected: number;
  /** Standard deviations from that. */
  readonly deviation: number;
}

interface Place {
  count: number;
  expected: number;
  variance: number;
}

/** Rows of one side as they are made. */
export class SideTally {
  rowCount = 0;
  weightSum = 0;
  private squaredSum = 0;
  private largest = 0;
  private clippedCount = 0;
  private readonly evidence = new Map<EvidenceKind, { rowCount: number; weight: number }>();
  private readonly lengths = new Map<number, number>();
  private readonly places: Place[] = [];
  private readonly labels = new Map<string, number>();

  add({ weight, isClipped, evidence, slot, label, tokenCount }: DraftRow): void {
    this.rowCount++;
    this.weightSum += weight;
    this.squaredSum += weight * weight;
    this.largest = Math.max(this.largest, weight);
    if (isClipped) this.clippedCount++;
    const kind = this.evidence.get(evidence) ?? { rowCount: 0, weight: 0 };
    this.evidence.set(evidence, { rowCount: kind.rowCount + 1, weight: kind.weight + weight });
    count(this.lengths, tokenCount);
    if (label !== null) count(this.labels, label.trim());
    if (slot) this.addPlace(slot);
  }

  byEvidence(): Record<EvidenceKind, EvidenceCount> {
    const entries = EVIDENCE_KINDS.map((kind) => {
      const { rowCount, weight } = this.evidence.get(kind) ?? { rowCount: 0, weight: 0 };
      return [kind, { rowCount, weightShare: this.weightSum === 0 ? 0 : weight / this.weightSum }] as const;
    });
    return Object.fromEntries(entries) as Record<EvidenceKind, EvidenceCount>;
  }

  /** null without rows. @param meanWeight of the training rows */
  weights(meanWeight: number): WeightReport | null {
    if (this.rowCount === 0) return null;
    const effectiveSampleSize = this.weightSum ** 2 / this.squaredSum;
    return {
      ...{ effectiveSampleSize, effectiveShare: effectiveSampleSize / this.rowCount },
      ...{ largest: this.largest / meanWeight, clipRate: this.clippedCount / this.rowCount },
    };
  }

  /** null without rows. */
  tokens(): LengthReport | null {
    if (this.rowCount === 0) return null;
    const sorted = [...this.lengths].sort(([a], [b]) => a - b);
    return {
      median: quantile(sorted, this.rowCount * 0.5),
      p95: quantile(sorted, this.rowCount * 0.95),
      largest: sorted[sorted.length - 1][0],
    };
  }

  /** Empty where pictures have no places. */
  slots(): SlotCount[] {
    return this.places.map(({ count: rowCount, expected, variance }, slot) => ({
      ...{ slot, rowCount, expected },
      deviation: variance === 0 ? 0 : (rowCount - expected) / Math.sqrt(variance),
    }));
  }

  /** Rows by label, without blanks around it; empty where rows have no single one. */
  labelCounts(): Record<string, number> {
    return Object.fromEntries([...this.labels].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  private addPlace({ place, count: slotCount }: { place: number; count: number }): void {
    while (this.places.length < slotCount) this.places.push({ count: 0, expected: 0, variance: 0 });
    this.places[place].count++;
    const share = 1 / slotCount;
    for (let i = 0; i < slotCount; i++) {
      this.places[i].expected += share;
      this.places[i].variance += share * (1 - share);
    }
  }
}

function count<T>(counts: Map<T, number>, key: T): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function quantile(sorted: readonly (readonly [number, number])[], upTo: number): number {
  let seen = 0;
  for (const [value, times] of sorted) {
    seen += times;
    if (seen >= upTo) return value;
  }
  return sorted[sorted.length - 1][0];
}

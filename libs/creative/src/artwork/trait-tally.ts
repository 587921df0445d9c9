import type { TraitDecision } from './trait-decision';

/** Sums of one side of a contrast: pictures with the trait, or those without. */
export class SideTally {
  /** Σ w of decisions that were taken. */
  takes = 0;
  /** Σ w, and Σ w². */
  weights = 0;
  squares = 0;
  /** Decisions that were taken. */
  takeCount = 0;

  add(weight: number, isTaken: boolean): void {
    this.weights += weight;
    this.squares += weight ** 2;
    if (!isTaken) return;
    this.takes += weight;
    this.takeCount++;
  }

  /** Self-normalised take fraction, in [0, 1]. @param without a part that is left out */
  fraction(without?: SideTally): number {
    return (this.takes - (without?.takes ?? 0)) / (this.weights - (without?.weights ?? 0));
  }

  /** Decisions by their weights, Kish's. */
  get effectiveCount(): number {
    return this.squares === 0 ? 0 : this.weights ** 2 / this.squares;
  }
}

/** Both sides of a contrast over some decisions. */
export class TraitTally {
  readonly shown = new SideTally();
  readonly others = new SideTally();
  decisionCount = 0;

  add({ isShown, weight, isTaken }: ContrastedDecision): void {
    (isShown ? this.shown : this.others).add(weight, isTaken);
    this.decisionCount++;
  }

  /** Logarithm of the take fractions' ratio. @param without a part that is left out */
  logRatio(without?: TraitTally): number {
    return Math.log(this.shown.fraction(without?.shown) / this.others.fraction(without?.others));
  }
}

/** A decision as a contrast sees it. */
export interface ContrastedDecision {
  readonly titleId: string;
  readonly member: string;
  /** Whether the shown picture has the trait. */
  readonly isShown: boolean;
  /** One over the pictures of its kind and over the probability that it was shown: each side counts as if shown by lot, whatever policy made the log. */
  readonly weight: number;
  readonly isTaken: boolean;
}

/** @returns null where the slate has pictures of one kind only, or some that could not be shown: there is nothing to compare */
export function contrasted(decision: TraitDecision, trait: string): ContrastedDecision | null {
  const { titleId, member, slate, shownAt, propensity, propensities, isTaken } = decision;
  let count = 0;
  for (const traits of slate) if (traits.includes(trait)) count++;
  if (count === 0 || count === slate.length) return null;
  if (propensities?.includes(0)) return null;
  const isShown = slate[shownAt].includes(trait);
  const weight = 1 / ((isShown ? count : slate.length - count) * propensity);
  return { titleId, member, isShown, weight, isTaken };
}

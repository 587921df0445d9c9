/** A quantity with its 80% interval; units by where it stands. */
export interface Amount {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Nothing of anything. */
export const NO_AMOUNT: Amount = { value: 0, low: 0, high: 0 };

/** Sum of amounts that rise and fall together, as one forecast's do: the interval is never too narrow for that. */
export function addAmounts(a: Amount, b: Amount): Amount {
  return { value: a.value + b.value, low: a.low + b.low, high: a.high + b.high };
}

/** An amount `factor` ≥ 0 times as large. */
export function scaleAmount({ value, low, high }: Amount, factor: number): Amount {
  return { value: value * factor, low: low * factor, high: high * factor };
}

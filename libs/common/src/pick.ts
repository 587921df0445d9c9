import type { Random } from './random';

/** One of the items, each as likely. @param items at least one */
export function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random.next() * items.length)];
}

/**
 * An index drawn in proportion to the weights.
 * @param weights `[n]`, ≥ 0, some above 0
 */
export function pickIndex(weights: readonly number[], random: Random): number {
  let left = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  for (let i = 0; i < weights.length; i++) {
    left -= weights[i];
    if (left < 0) return i;
  }
  return weights.findLastIndex((weight) => weight > 0);
}

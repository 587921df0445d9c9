import type { Random } from '@keyart/common';
import { normalQuantile } from '@keyart/evaluation';

/** The quantile of 0 is infinite. */
const LEAST = 2 ** -54;

/** A standard normal number. */
export function normalDraw(random: Random): number {
  return normalQuantile(random.next() + LEAST);
}

/** Lower ends of the classes of a chance; fixed, so that maps of two titles can be compared. */
export const CHANCE_STEPS = [0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5] as const;

/** The class of a chance in [0, 1]: 0 the lowest. */
export function chanceClass(probability: number): number {
  return CHANCE_STEPS.findLastIndex((step) => probability >= step);
}

/** A class in words: `5–10 %`. */
export function chanceLabel(index: number): string {
  const percent = (fraction: number): number => Math.round(100 * fraction);
  const next = CHANCE_STEPS[index + 1] as number | undefined;
  return next === undefined
    ? `${percent(CHANCE_STEPS[index])} % and more`
    : `${percent(CHANCE_STEPS[index])}–${percent(next)} %`;
}

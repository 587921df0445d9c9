/** Values to places in [0, 1]. */
export interface Scale {
  /** @returns in [0, 1]; beyond the domain, its end */
  place(value: number): number;
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 5, 10];

/** Even steps over a domain, at round numbers. @param tickCount about so many */
export function linearScale([low, high]: readonly [number, number], tickCount = 5): Scale {
  const span = high - low || Math.abs(low) || 1;
  const [from, to] = high > low ? [low, high] : [low - span / 2, low + span / 2];
  const step = niceStep((to - from) / tickCount);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  const ticks = Array.from({ length: Math.max(0, last - first) + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
  return { ticks, place: (value) => clamp((value - from) / (to - from)) };
}

/** Equal ratios are equal lengths. @param ticks ascending, > 0; the ends are the domain's */
export function logScale(ticks: readonly number[]): Scale {
  const [from, to] = [Math.log(ticks[0]), Math.log(ticks[ticks.length - 1])];
  return { ticks, place: (value) => (to > from ? clamp((Math.log(value) - from) / (to - from)) : 0.5) };
}

/** All values and a margin of a twelfth on either side. */
export function domainOf(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = (high - low || Math.abs(high) || 1) / 12;
  return [low - margin, high + margin];
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * (STEPS.find((step) => step * power >= rough) ?? 10);
}

function clamp(fraction: number): number {
  return Math.min(1, Math.max(0, fraction));
}

/** Values to places in [0, 1]. */
export interface Scale {
  /** @returns in [0, 1]; beyond the domain, its end */
  place(value: number): number;
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 5, 10];
/** Below, powers of ten run out of digits. */
const LEAST_SPAN = 1e-200;

/** Even steps over a domain, at round numbers. @param tickCount about so many */
export function linearScale([low, high]: readonly [number, number], tickCount = 5): Scale {
  const span = spanOf(low, high);
  const [from, to] = high - low === span ? [low, high] : [low - span / 2, low + span / 2];
  return steppedScale([from, to], niceStep((to - from) / tickCount));
}

/** Even steps from 0 to the first round number that no value is beyond; below 0, too, where values are. */
export function scaleFromZero(values: readonly number[], tickCount = 5): Scale {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = spanOf(low, high);
  const step = niceStep(span / tickCount);
  const from = Math.floor(low / step + 1e-9);
  const to = Math.max(Math.ceil(high / step - 1e-9), from + 1);
  return steppedScale([step * from, step * to], step);
}

function steppedScale([from, to]: readonly [number, number], step: number): Scale {
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
  const margin = spanOf(low, high) / 12;
  return [low - margin, high + margin];
}

/** Of values that are nearly one another's, as far as 0 is; of 0 alone, 1. */
function spanOf(low: number, high: number): number {
  return [high - low, Math.abs(high)].find((span) => span > LEAST_SPAN) ?? 1;
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * (STEPS.find((step) => step * power >= rough) ?? 10);
}

function clamp(fraction: number): number {
  return Math.min(1, Math.max(0, fraction));
}

import { domainOf, linearScale, type Scale, type Tick } from '@keyart/decision-log';
import type { ComparisonResult } from '@keyart/evaluation';
import { effectTick } from '../effect-text';

/** An interval reaching so many times as far as the middle one runs out of the picture. */
const MOST_REACH = 2.5;

/** An effect of a moment. */
export interface PlacedEffect {
  readonly effect: number;
  readonly interval: ComparisonResult['interval'];
}

/** Effects as a vertical axis. */
export interface EffectAxis {
  readonly place: Scale['place'];
  readonly yTicks: readonly Tick[];
  /** Whether some interval runs out of the picture. */
  readonly isCut: boolean;
}

/** Holds 0, all effects and most of their intervals. @param lines further values that must be seen */
export function effectAxis(
  effects: readonly PlacedEffect[],
  isRelative: boolean,
  lines: readonly number[] = [],
): EffectAxis {
  const reaches = effects
    .flatMap(({ effect, interval }) => finite(interval).map((end) => Math.abs(end - effect)))
    .sort((a, b) => a - b);
  const most = MOST_REACH * (reaches[Math.floor(reaches.length / 2)] ?? 0);
  const near = effects.flatMap(({ effect, interval }) =>
    finite(interval).map((end) => Math.max(effect - most, Math.min(end, effect + most))),
  );
  const scale = linearScale(domainOf([0, ...lines, ...near, ...effects.map(({ effect }) => effect)]), 6);
  const isCut = effects.some(
    ({ effect, interval }) =>
      finite(interval).length < (interval?.length ?? 0) ||
      finite(interval).some((end) => Math.abs(end - effect) > most * (1 + 1e-9)),
  );
  const label = effectTick(isRelative);
  const yTicks = scale.ticks.map((at) => ({ at: scale.place(at), label: label(at) }));
  return { place: scale.place, yTicks, isCut };
}

function finite(interval: ComparisonResult['interval']): number[] {
  return (interval ?? []).flatMap((end) => (end !== null && Number.isFinite(end) ? [end] : []));
}

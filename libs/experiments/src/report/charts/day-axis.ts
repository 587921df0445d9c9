import { linearScale, type Scale, type Tick } from '@keyart/decision-log';

/** Days since the first one as a horizontal axis. */
export interface DayAxis {
  readonly place: Scale['place'];
  readonly xTicks: readonly Tick[];
  readonly xLabel: string;
}

/** @param days increasing, from 0 */
export function dayAxis(days: readonly number[]): DayAxis {
  const scale = linearScale([Math.min(...days), Math.max(...days)], 7);
  return {
    place: scale.place,
    xTicks: scale.ticks.filter(Number.isInteger).map((day) => ({ at: scale.place(day), label: String(day) })),
    xLabel: 'day, the first is 0 →',
  };
}

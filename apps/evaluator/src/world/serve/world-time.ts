import { SystemClock, type ManualClock } from '@keyart/common';

/** The time that the service lives in, as far as the world can move it. */
export interface WorldTime {
  /** Milliseconds since the Unix epoch, as the service dates its decisions. */
  nowMs(): number;
  /** Lets simulated time go by. */
  pass(byMs: number): void;
  /** What attribution is asked to speak for in the morning. */
  morning(): Date;
}

const DAY_MS = 24 * 3_600_000;

/** Time of a service whose clock is the world's: windows close, locks end and pictures may change as they would over days. */
export function simulatedTime(clock: ManualClock): WorldTime {
  return {
    nowMs: () => clock.nowMs(),
    pass: (byMs) => clock.advance(byMs),
    morning: () => new Date(clock.nowMs()),
  };
}

/**
 * Time of a service that keeps its own: days follow each other within minutes. Nothing happens after a visit but what was
 * told with it, so the windows of a day can be judged as of the day after; locks and minimum times hold as they are.
 */
export function machineTime(): WorldTime {
  const clock = new SystemClock();
  return {
    nowMs: () => clock.nowMs(),
    pass: () => undefined,
    morning: () => new Date(clock.nowMs() + DAY_MS),
  };
}

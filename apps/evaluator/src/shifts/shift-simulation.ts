import type { BombingFound } from './simulate-bombing';
import type { DelayRow } from './simulate-delay';
import type { DropFound } from './simulate-drop';
import type { PlantsFound } from './simulate-plants';
import type { QuietRow } from './simulate-quiet';
import type { RunLength } from './simulate-run-length';

/** What was measured. */
export interface ShiftFigures {
  readonly runLengths: readonly RunLength[];
  /** At the threshold of the detectors that look for what is planted. */
  readonly quiet: readonly QuietRow[];
  readonly delays: readonly DelayRow[];
  readonly drop: DropFound;
  readonly plants: PlantsFound;
  readonly bombing: BombingFound;
}

/** What was asked of a figure. */
export interface ShiftFloor {
  readonly what: string;
  readonly value: number;
  readonly bound: number;
  /** Whether the bound is the least; else the most. */
  readonly isLeast: boolean;
  readonly isMet: boolean;
}

/** All that `keyart shifts simulate` prints. */
export interface ShiftSimulation extends ShiftFigures {
  readonly seed: string;
  readonly threshold: number;
  readonly falseShare: number;
  readonly floors: readonly ShiftFloor[];
}

import type { ShiftFigures, ShiftFloor } from './shift-simulation';

const MOST_OFF_DESIGN = 0.1;

function atLeast(what: string, value: number, bound: number): ShiftFloor {
  return { what, value, bound, isLeast: true, isMet: value >= bound };
}

function atMost(what: string, value: number, bound: number): ShiftFloor {
  return { what, value, bound, isLeast: false, isMet: value <= bound };
}

/** What was asked of the detectors, and whether it holds. */
export function shiftFloors({ runLengths, delays, plants, bombing }: ShiftFigures): ShiftFloor[] {
  const offDelay = delays.flatMap((row) =>
    row.delays.map(({ designed, measured }) => Math.abs(measured / designed - 1)),
  );
  return [
    ...runLengths.map(({ threshold, designed, measured }) =>
      atMost(
        `false-alarm interval off its design, h = ${threshold}`,
        Math.abs(measured / designed - 1),
        MOST_OFF_DESIGN,
      ),
    ),
    atMost('detection delay off its design, the worst', Math.max(...offDelay), MOST_OFF_DESIGN),
    atLeast(`precision on ${plants.plantedCount} planted shifts`, plants.precision, 0.8),
    atLeast('recall', plants.recall, 0.9),
    atMost('median onset error, buckets', plants.medianOnsetError, 2),
    atLeast('bombings among what is called one', bombing.precision, 0.9),
    atLeast('bombings that are called one', bombing.recall, 0.9),
  ];
}

import type { Interval, RankerRow } from '@keyart/simulation';
import { percent, withRange } from '../figures';
import type { WorldRun } from '../run-world';

/** A figure beside the least that was asked of it. */
export interface FloorLine {
  readonly asked: string;
  /** As told to people. */
  readonly measured: string;
  readonly isMet: boolean;
}

/** Rankers of a run that floors speak of. */
export interface FloorNames {
  /** The language model alone. */
  readonly model: string;
  readonly hybrid: string;
  /** The hybrid with the student in the model's place; undefined: none was run. */
  readonly student?: string;
}

function rowsOf({ tables }: WorldRun, titles: 'warm' | 'cold'): ReadonlyMap<string, RankerRow> {
  const table = tables.find((one) => one.titles === titles);
  return new Map((table?.rows ?? []).map((row) => [row.name, row]));
}

function liftLine(asked: string, lift: Interval | null | undefined, least: number): FloorLine {
  if (!lift) return { asked, measured: 'not run', isMet: false };
  return { asked, measured: withRange(lift), isMet: lift.value >= least && lift.low > 0 };
}

function gapLine(asked: string, gap: Interval | undefined, least: number): FloorLine {
  if (!gap) return { asked, measured: 'not run', isMet: false };
  return { asked, measured: withRange(gap), isMet: gap.value >= least };
}

/** Share of the hybrid's gain over production that the student keeps, on one kind of title. */
function keptLine(
  titles: string,
  rows: ReadonlyMap<string, RankerRow>,
  { hybrid, student }: FloorNames,
): FloorLine[] {
  const [own, whole] = [student === undefined ? undefined : rows.get(student)?.lift, rows.get(hybrid)?.lift];
  if (!own || !whole) return [];
  const kept = own.value / whole.value;
  return [
    {
      asked: `student keeps ≥ 90% of the hybrid's gain, ${titles} titles`,
      measured: percent(kept),
      isMet: whole.value > 0 && kept >= 0.9,
    },
  ];
}

/** The floors that a run at w = 1 says something about. */
export function floorLines(run: WorldRun, names: FloorNames): FloorLine[] {
  const [warm, cold] = [rowsOf(run, 'warm'), rowsOf(run, 'cold')];
  const { model, hybrid } = names;
  return [
    gapLine('model alone closes ≥ 40% of the gap, cold titles', cold.get(model)?.gapClosed, 0.4),
    liftLine('model alone beats production, cold titles', cold.get(model)?.lift, 0),
    liftLine('hybrid over production ≥ +5%, warm titles', warm.get(hybrid)?.lift, 0.05),
    liftLine('hybrid over production ≥ +8%, cold titles', cold.get(hybrid)?.lift, 0.08),
    gapLine('hybrid closes ≥ 60% of the gap, warm titles', warm.get(hybrid)?.gapClosed, 0.6),
    gapLine('hybrid closes ≥ 60% of the gap, cold titles', cold.get(hybrid)?.gapClosed, 0.6),
    liftLine('hybrid over production+ above 0, warm titles', warm.get(hybrid)?.liftOverPlus, 0),
    liftLine('hybrid over production+ above 0, cold titles', cold.get(hybrid)?.liftOverPlus, 0),
    ...keptLine('warm', warm, names),
    ...keptLine('cold', cold, names),
  ];
}

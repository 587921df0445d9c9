import type { LogSums } from './log-sums';
import { columnOf } from './delta-method';
import type { Functional } from './functional';
import { PoissonDraws } from './poisson-draws';

/** How often members are drawn anew, and from which seed. */
export interface BootstrapOptions {
  readonly drawCount: number;
  readonly seed: number;
  /** Waited for now and then, so that other work of the process gets its turn; undefined: nobody waits. */
  readonly pause?: () => Promise<void>;
}

/** Values of each functional in each draw, `[functionals.length][drawCount]`, in no order. */
export type BootstrapValues = readonly Float64Array[];

/**
 * The bootstrap over members: in each draw every member counts Poisson(1) times, with all rows. All functionals see the same draws. A
 * draw depends on the seed and a hash of the member's id alone, so that neither the order of rows nor who summed them matters.
 * Source: Oza & Russell, Online bagging and boosting, 2001; Chamandy et al., Estimating uncertainty for massive data streams, 2012.
 */
export async function bootstrap(
  sums: LogSums,
  functionals: readonly Functional[],
  options: BootstrapOptions,
): Promise<BootstrapValues> {
  const { columns, placeOf } = distinctColumns(sums, functionals);
  const drawn = await drawSums(sums, columns, options);
  return functionals.map((functional) => {
    const places = functional.keys.map((key) => placeOf.get(key) ?? 0);
    return Float64Array.from({ length: options.drawCount }, (_, draw) => {
      const at = draw * columns.length;
      return functional.value(places.map((j) => drawn[at + j] / drawn[at]));
    });
  });
}

/** Sums that differ: a baseline that made the log has many alike. */
interface DistinctColumns {
  /** Rows first. */
  readonly columns: readonly Float64Array[];
  /** Place of a key's column. */
  readonly placeOf: ReadonlyMap<string, number>;
}

function distinctColumns(sums: LogSums, functionals: readonly Functional[]): DistinctColumns {
  const columns = [sums.rowCounts];
  const placeOf = new Map<string, number>();
  for (const key of new Set(functionals.flatMap((functional) => functional.keys))) {
    const column = columnOf(sums, key);
    const known = columns.findIndex((one) => one.every((value, u) => value === column[u]));
    placeOf.set(key, known < 0 ? columns.push(column) - 1 : known);
  }
  return { columns, placeOf };
}

/** Members between pauses: some tens of milliseconds. */
const MEMBERS_BETWEEN_PAUSES = 512;

/** `[drawCount, columns.length]`: sums of each draw. */
async function drawSums(
  sums: LogSums,
  columns: readonly Float64Array[],
  { drawCount, seed, pause }: BootstrapOptions,
): Promise<Float64Array> {
  const drawn = new Float64Array(drawCount * columns.length);
  const draws = new PoissonDraws(seed);
  for (let from = 0; from < sums.clusterCount; from += MEMBERS_BETWEEN_PAUSES) {
    const to = Math.min(sums.clusterCount, from + MEMBERS_BETWEEN_PAUSES);
    addDraws(drawn, { sums, columns, draws, from, to });
    await pause?.();
  }
  return drawn;
}

interface MemberRange {
  readonly sums: LogSums;
  readonly columns: readonly Float64Array[];
  readonly draws: PoissonDraws;
  readonly from: number;
  readonly to: number;
}

function addDraws(drawn: Float64Array, { sums, columns, draws, from, to }: MemberRange): void {
  const width = columns.length;
  const own = new Float64Array(width);
  for (let u = from; u < to; u++) {
    for (let j = 0; j < width; j++) own[j] = columns[j][u];
    draws.begin(sums.seeds[u]);
    for (let at = 0; at < drawn.length; at += width) {
      const times = draws.next();
      if (times === 0) continue;
      for (let j = 0; j < width; j++) drawn[at + j] += times * own[j];
    }
  }
}

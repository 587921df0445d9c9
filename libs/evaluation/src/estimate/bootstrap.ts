import type { LogSums } from './log-sums';
import { columnOf } from './delta-method';
import type { Functional } from './functional';
import { PoissonDraws } from './poisson-draws';

/** How often members are drawn anew, and from which seed. */
export interface BootstrapOptions {
  readonly drawCount: number;
  readonly seed: number;
}

/** Values of each functional in each draw, `[functionals.length][drawCount]`, in no order. */
export type BootstrapValues = readonly Float64Array[];

/**
 * The bootstrap over members: in each draw every member counts Poisson(1) times, with all rows. All functionals see the same draws. A
 * draw depends on the seed and a hash of the member's id alone, so that neither the order of rows nor who summed them matters.
 * Source: Oza & Russell, Online bagging and boosting, 2001; Chamandy et al., Estimating uncertainty for massive data streams, 2012.
 */
export function bootstrap(
  sums: LogSums,
  functionals: readonly Functional[],
  { drawCount, seed }: BootstrapOptions,
): BootstrapValues {
  const keys = [...new Set(functionals.flatMap((functional) => functional.keys))];
  const drawn = drawSums(sums, keys, { drawCount, seed });
  const place = new Map(keys.map((key, j) => [key, j + 1]));
  return functionals.map((functional) => {
    const places = functional.keys.map((key) => place.get(key) ?? 0);
    return Float64Array.from({ length: drawCount }, (_, draw) => {
      const at = draw * (keys.length + 1);
      return functional.value(places.map((j) => drawn[at + j] / drawn[at]));
    });
  });
}

/** `[drawCount, 1 + keys.length]`: rows and sums of each draw. */
function drawSums(
  sums: LogSums,
  keys: readonly string[],
  { drawCount, seed }: BootstrapOptions,
): Float64Array {
  const columns = [sums.rowCounts, ...keys.map((key) => columnOf(sums, key))];
  const width = columns.length;
  const drawn = new Float64Array(drawCount * width);
  const own = new Float64Array(width);
  const draws = new PoissonDraws(seed);
  for (let u = 0; u < sums.clusterCount; u++) {
    for (let j = 0; j < width; j++) own[j] = columns[j][u];
    draws.begin(sums.seeds[u]);
    for (let draw = 0, at = 0; draw < drawCount; draw++, at += width) {
      const times = draws.next();
      if (times === 0) continue;
      for (let j = 0; j < width; j++) drawn[at + j] += times * own[j];
    }
  }
  return drawn;
}

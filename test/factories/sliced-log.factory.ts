import { createRandom, type Random } from '@keyart/common';

/** For tests: what a sliced log is like. */
export interface SlicedLogOptions {
  readonly rowCount: number;
  readonly seed?: string;
  readonly memberCount?: number;
}

/** A row as text cells; `perfect` and `production` are policies' probabilities of the logged action. */
export type SlicedRow = Record<string, string>;

const TITLE_COUNT = 12;
const CANDIDATE_COUNTS = [1, 2, 3, 5, 8];
const PREFERENCE = 0.7;
/** A prime, so that ids are all different and in no order of time. */
const ID_STRIDE = 7919;

/**
 * Rows of a log, a third of whose members are in the slice `uniform`; the rest is of production, which prefers first pictures. Each member and
 * title have one picture that is taken whenever it is shown; the policy `perfect` shows it.
 */
export function slicedLog({
  rowCount,
  seed = 'sliced',
  memberCount = Math.ceil(rowCount / 10),
}: SlicedLogOptions): SlicedRow[] {
  const random = createRandom(seed);
  return Array.from({ length: rowCount }, (_, i) => {
    const member = Math.floor(random.next() * memberCount);
    const title = Math.floor(random.next() * TITLE_COUNT);
    const count = CANDIDATE_COUNTS[title % CANDIDATE_COUNTS.length];
    const isUniform = member % 3 === 0;
    const production = evenWithFirst(count, PREFERENCE);
    const logging = isUniform ? evenWithFirst(count, 1 / count) : production;
    const shown = draw(random, logging);
    const liked = (member + title) % count;
    const candidates = Array.from({ length: count }, (_one, k) => `t${title}-a${k}`);
    return {
      ...{
        decision_id: `d${(i * ID_STRIDE) % rowCount}`,
        user_id: `u${member}`,
        title_id: `t${title}`,
        action: candidates[shown],
      },
      timestamp: new Date(Date.UTC(2026, 0, 1, 0, 7 * i)).toISOString(),
      ...{ propensity: String(logging[shown]), reward: String(Number(shown === liked)) },
      ...{ candidates: JSON.stringify(candidates), candidate_propensities: JSON.stringify(logging) },
      ...{ slice: isUniform ? 'uniform' : '', locked: String(i % 50 === 0) },
      ...{ perfect: String(Number(shown === liked)), production: String(production[shown]) },
    };
  });
}

/** For tests: the same rows without a column. */
export function withoutColumn(rows: readonly SlicedRow[], column: string): SlicedRow[] {
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== column)));
}

function evenWithFirst(count: number, first: number): number[] {
  if (count === 1) return [1];
  return Array.from({ length: count }, (_, k) => (k === 0 ? first : (1 - first) / (count - 1)));
}

function draw(random: Random, distribution: readonly number[]): number {
  let left = random.next();
  const index = distribution.findIndex((probability) => (left -= probability) < 0);
  return index < 0 ? distribution.length - 1 : index;
}

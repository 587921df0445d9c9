/** A logged outcome of a viewer before a title. */
export interface LevelRow {
  /** Whose decision, and about which title: any names. */
  readonly viewer: string | number;
  readonly title: string | number;
  readonly reward: number;
}

/** Decisions a level starts from. */
const NEUTRAL_COUNT = 10;

/** Shrunken mean surplus by viewer or title: outcomes differ more by these than by pictures, and are not what is asked. */
function levels(
  rows: readonly LevelRow[],
  unit: 'viewer' | 'title',
  surplus: (row: LevelRow) => number,
): Map<string | number, number> {
  const sums = new Map<string | number, { sum: number; count: number }>();
  for (const row of rows) {
    const own = sums.get(row[unit]) ?? { sum: 0, count: 0 };
    own.sum += surplus(row);
    own.count++;
    sums.set(row[unit], own);
  }
  return new Map([...sums].map(([name, { sum, count }]) => [name, sum / (count + NEUTRAL_COUNT)]));
}

/**
 * What an outcome is beyond the shrunken levels of its title and its viewer, fitted one after the other.
 * @returns the surplus of a row, in reward
 */
export function surplusOverLevels(rows: readonly LevelRow[]): (row: LevelRow) => number {
  const mean = rows.reduce((sum, { reward }) => sum + reward, 0) / Math.max(1, rows.length);
  const titles = levels(rows, 'title', ({ reward }) => reward - mean);
  const rest = ({ reward, title }: LevelRow): number => reward - mean - (titles.get(title) ?? 0);
  const viewers = levels(rows, 'viewer', rest);
  return (row) => rest(row) - (viewers.get(row.viewer) ?? 0);
}

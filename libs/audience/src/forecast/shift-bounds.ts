/** How far titles lay from their forecasts: 80% of them within. */
export interface ShiftBounds {
  /** ≤ 0, log odds. */
  readonly low: number;
  /** ≥ 0, log odds. */
  readonly high: number;
  /** Titles that it was read off. */
  readonly titleCount: number;
}

/** Bounds by how far the title was expected to reach. */
export interface BoundsByReach {
  /** Expected reaches that divide the groups, ascending, `[groups − 1]`. */
  readonly edges: readonly number[];
  readonly groups: readonly ShiftBounds[];
}

/** A title's expected reach and how far off it came out. */
export interface SeenShift {
  readonly reach: number;
  readonly shift: number;
}

const MISS_FRACTION = 0.1;
const GROUP_COUNT = 3;
const LEAST_GROUP = 30;

/** Bounds that the next title, if it is like these, is within in 80 of 100 cases (split conformal; Vovk, Gammerman & Shafer 2005). */
function boundsOf(shifts: readonly number[]): ShiftBounds {
  const sorted = [...shifts].sort((a, b) => a - b);
  const n = sorted.length;
  const place = Math.floor((n + 1) * MISS_FRACTION) - 1;
  const [low, high] = [sorted[Math.max(0, place)] ?? 0, sorted[Math.min(n - 1, n - 1 - place)] ?? 0];
  return { low: Math.min(0, low), high: Math.max(0, high), titleCount: n };
}

/** Bounds by bins of expected reach (Mondrian conformal), fewer bins of few titles. */
export function boundsByReach(seen: readonly SeenShift[]): BoundsByReach {
  const groupCount = Math.max(1, Math.min(GROUP_COUNT, Math.floor(seen.length / LEAST_GROUP)));
  const sorted = [...seen].sort((a, b) => a.reach - b.reach);
  const from = (group: number): number => Math.floor((group * sorted.length) / groupCount);
  const groups = Array.from({ length: groupCount }, (_, group) =>
    boundsOf(sorted.slice(from(group), from(group + 1)).map(({ shift }) => shift)),
  );
  const edges = Array.from({ length: groupCount - 1 }, (_, group) => sorted[from(group + 1)].reach);
  return { edges, groups };
}

/** The bounds of a title of that expected reach. */
export function boundsAt({ edges, groups }: BoundsByReach, reach: number): ShiftBounds {
  return groups[edges.filter((edge) => reach >= edge).length];
}

/** Bounds that hold both: who knows less is not surer. */
export function widerBounds(a: ShiftBounds, b: ShiftBounds): ShiftBounds {
  return {
    low: Math.min(a.low, b.low),
    high: Math.max(a.high, b.high),
    titleCount: Math.min(a.titleCount, b.titleCount),
  };
}

/** x and y. */
export type PlanePoint = readonly [x: number, y: number];

/** A rectangle at any turn. */
export interface TurnedRectangle {
  readonly longSide: number;
  readonly shortSide: number;
}

/** The rectangle of least area, at any turn, around points. One of its sides lies along a side of their convex hull (Freeman & Shapira, 1975). */
export function tightestRectangle(points: readonly PlanePoint[]): TurnedRectangle {
  const hull = convexHull(points);
  let best = { longSide: Infinity, shortSide: Infinity };
  hull.forEach((point, i) => {
    const along = rectangleAlong(point, hull[(i + 1) % hull.length], hull);
    if (along.longSide * along.shortSide < best.longSide * best.shortSide) best = along;
  });
  return best;
}

function rectangleAlong([x, y]: PlanePoint, [toX, toY]: PlanePoint, hull: readonly PlanePoint[]) {
  const length = Math.hypot(toX - x, toY - y) || 1;
  const [cos, sin] = [(toX - x) / length, (toY - y) / length];
  const along = extent(hull.map((point) => point[0] * cos + point[1] * sin));
  const across = extent(hull.map((point) => point[1] * cos - point[0] * sin));
  return { longSide: Math.max(along, across), shortSide: Math.min(along, across) };
}

function extent(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

/** Andrew's monotone chain. */
function convexHull(points: readonly PlanePoint[]): PlanePoint[] {
  const sorted = [...points].sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  return [...halfHull(sorted), ...halfHull(sorted.reverse())];
}

function halfHull(sorted: readonly PlanePoint[]): PlanePoint[] {
  const hull: PlanePoint[] = [];
  for (const point of sorted) {
    while (hull.length > 1 && !turnsLeft(hull[hull.length - 2], hull[hull.length - 1], point)) hull.pop();
    hull.push(point);
  }
  return hull.slice(0, -1);
}

function turnsLeft([x, y]: PlanePoint, one: PlanePoint, other: PlanePoint): boolean {
  return (one[0] - x) * (other[1] - y) > (one[1] - y) * (other[0] - x);
}

import type { MapPoint } from './lay-out';

function meanOf(points: readonly MapPoint[]): MapPoint {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

interface Moments {
  readonly cosine: number;
  readonly sine: number;
}

/** Σ of products that tell the best rotation of `from` onto `to`; `flip`: after a reflection. */
function momentsOf(from: readonly MapPoint[], to: readonly MapPoint[], flip: 1 | -1): Moments {
  let [cosine, sine] = [0, 0];
  from.forEach(({ x, y }, i) => {
    cosine += x * to[i].x + flip * y * to[i].y;
    sine += x * to[i].y - flip * y * to[i].x;
  });
  return { cosine, sine };
}

/** Places that two maps have in common, in the same order. */
export interface CommonPoints {
  readonly before: readonly MapPoint[];
  readonly now: readonly MapPoint[];
}

const LEAST_COMMON = 3;

/**
 * Turns, reflects, scales and moves a map so that what it has in common with the last one stays where it was as nearly as can be
 * (orthogonal Procrustes; Schönemann 1966, in the plane by complex numbers). Unchanged with fewer than three titles in common.
 */
export function alignTo(points: readonly MapPoint[], { before, now }: CommonPoints): MapPoint[] {
  if (now.length < LEAST_COMMON) return [...points];
  const [middle, target] = [meanOf(now), meanOf(before)];
  const centred = (all: readonly MapPoint[], { x, y }: MapPoint): MapPoint[] =>
    all.map((point) => ({ x: point.x - x, y: point.y - y }));
  const [from, to] = [centred(now, middle), centred(before, target)];
  const [plain, mirrored] = [momentsOf(from, to, 1), momentsOf(from, to, -1)];
  const flip = Math.hypot(plain.cosine, plain.sine) >= Math.hypot(mirrored.cosine, mirrored.sine) ? 1 : -1;
  const { cosine, sine } = flip === 1 ? plain : mirrored;
  const spread = from.reduce((sum, { x, y }) => sum + x * x + y * y, 0);
  if (spread === 0) return [...points];
  const [a, b] = [cosine / spread, sine / spread];
  return centred(points, middle).map(({ x, y }) => ({
    x: target.x + a * x - b * flip * y,
    y: target.y + b * x + a * flip * y,
  }));
}

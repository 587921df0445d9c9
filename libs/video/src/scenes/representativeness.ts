import type { SceneShot } from './scenes-of';
import { shotLikeness } from './shot-likeness';

/** So many shots stand for a long video. */
const MOST_COMPARED = 200;

/**
 * How typical each shot is of the video: its likeness to all shots, weighted by how long they last, by that of the most typical one.
 * @returns `[shots.length]`, in [0, 1]
 */
export function representativeness(shots: readonly SceneShot[]): number[] {
  const step = Math.max(1, Math.ceil(shots.length / MOST_COMPARED));
  const compared = shots.filter((_, index) => index % step === 0);
  const likeness = shots.map((shot) =>
    compared.reduce(
      (sum, other) => sum + (other.toMs - other.fromMs) * shotLikeness(shot.colours, other.colours) ** 2,
      0,
    ),
  );
  const most = Math.max(...likeness);
  return likeness.map((sum) => (most > 0 ? sum / most : 1));
}

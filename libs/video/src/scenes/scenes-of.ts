import type { ShotColours } from './shot-colours';
import { shotLikeness } from './shot-likeness';

/** A shot as far as scenes mind it. */
export interface SceneShot {
  readonly fromMs: number;
  readonly toMs: number;
  readonly colours: ShotColours;
}

/**
 * Shots that look as alike belong to one place. Of unrelated painted shots of one hue a twentieth share more than .66 of their colours,
 * of any hue .55; dark ones share more (.86), so that dark scenes come out longer.
 */
const LINK_LIKENESS = 0.74;
/** What comes back later is another scene at the same place. */
const WINDOW_MS = 30_000;
const WINDOW_SHOTS = 6;

/**
 * Groups shots, one after another, into scenes: where a shot looks like one shortly before, both and all between are one scene.
 * @param shots in time's order
 * @returns the scene of each shot, 0 first, `[shots.length]`
 * @see Hanjalic, Lagendijk & Biemond, Automated high-level movie segmentation for advanced video-retrieval systems, IEEE TCSVT 9(4),
 * 1999 (overlapping links)
 */
export function scenesOf(shots: readonly SceneShot[]): number[] {
  const reach = shots.map((_, shot) => farthestLink(shots, shot));
  const scenes: number[] = [];
  let [scene, linkedTo] = [0, 0];
  for (let shot = 0; shot < shots.length; shot++) {
    if (shot > linkedTo) scene++;
    linkedTo = Math.max(linkedTo, shot, reach[shot]);
    scenes.push(scene);
  }
  return scenes;
}

function farthestLink(shots: readonly SceneShot[], shot: number): number {
  for (let other = Math.min(shots.length - 1, shot + WINDOW_SHOTS); other > shot; other--) {
    const isNear = shots[other].fromMs - shots[shot].toMs <= WINDOW_MS;
    if (isNear && shotLikeness(shots[shot].colours, shots[other].colours) >= LINK_LIKENESS) return other;
  }
  return shot;
}

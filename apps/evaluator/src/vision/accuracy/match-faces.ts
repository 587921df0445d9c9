import type { FaceBox, PictureBox } from '@keyart/contracts';
import type { LabelledFace } from '../labels/artwork-labels';
import { centreOf, isWithin, overlapOf } from './box-overlap';

/** A found box is a labelled face's from this intersection over union on. */
export const MIN_OVERLAP = 0.4;

/** Smaller faces need not be found, by the picture's height. */
export const MIN_FACE_HEIGHT_FRACTION = 0.06;

/** A face that was not found, and how near the nearest box came. */
export interface MissedFace {
  readonly face: LabelledFace;
  /** Largest intersection over union with any found box, in [0, `MIN_OVERLAP`). */
  readonly bestOverlap: number;
}

/** Labelled faces against found ones. */
export interface FaceMatch {
  /** Human faces tall enough to count. */
  readonly faceCount: number;
  readonly foundCount: number;
  readonly missed: readonly MissedFace[];
  /** Found where no face is, or a second time. */
  readonly falseBoxes: readonly FaceBox[];
}

interface Pair {
  readonly label: LabelledFace;
  readonly found: FaceBox;
  readonly overlap: number;
}

/**
 * Matches found boxes to labelled faces. Human faces and boxes are paired one to one by `MIN_OVERLAP`, best overlap first. A box left over
 * is forgiven when it is on a head that need not be found (an animal's, an obscured or a small one): it overlaps as much, or
 * its centre lies inside. Any other is false; so is a second box on one face, or one too far off to count as finding it.
 */
export function matchFaces(labels: readonly LabelledFace[], found: readonly FaceBox[]): FaceMatch {
  const pairs = pairUp(
    labels.filter(({ kind }) => kind === 'human'),
    found,
  );
  const matched = new Set(pairs.map(({ label }) => label));
  const used = new Set(pairs.map((pair) => pair.found));
  const counted = labels.filter(mustBeFound);
  const forgiving = labels.filter((label) => !mustBeFound(label));
  const missed = counted.filter((label) => !matched.has(label));
  return {
    faceCount: counted.length,
    foundCount: counted.length - missed.length,
    missed: missed.map((face) => ({ face, bestOverlap: Math.max(0, ...overlaps(face, found)) })),
    falseBoxes: found.filter((face) => !used.has(face) && !forgiving.some((label) => isOn(face.box, label))),
  };
}

function mustBeFound({ kind, height }: LabelledFace): boolean {
  return kind === 'human' && height >= MIN_FACE_HEIGHT_FRACTION;
}

function isOn(box: PictureBox, label: LabelledFace): boolean {
  return overlapOf(box, label) >= MIN_OVERLAP || isWithin(centreOf(box), label);
}

function overlaps(face: LabelledFace, found: readonly FaceBox[]): number[] {
  return found.map(({ box }) => overlapOf(box, face));
}

function pairUp(labels: readonly LabelledFace[], found: readonly FaceBox[]): Pair[] {
  const pairs = labels
    .flatMap((label) => found.map((face) => ({ label, found: face, overlap: overlapOf(face.box, label) })))
    .filter(({ overlap }) => overlap >= MIN_OVERLAP)
    .sort((a, b) => b.overlap - a.overlap);
  const taken = new Set<LabelledFace | FaceBox>();
  return pairs.filter((pair) => {
    if (taken.has(pair.label) || taken.has(pair.found)) return false;
    taken.add(pair.label).add(pair.found);
    return true;
  });
}

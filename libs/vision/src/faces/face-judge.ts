import type { CentredBox, FaceCandidate } from './face-candidate';
import { longerSide } from './face-candidate';
import type { FaceOpinion, ONet } from './o-net';
import type { PicturePyramid } from './picture-pyramid';
import type { SquareView } from './square-view';

/** A box taken in at some turn, and how much it looks like a face. */
interface Look {
  readonly box: CentredBox;
  readonly angleRadians: number;
  readonly probability: number;
}

/** Sides of the crops by the longer side of the box: O-Net was trained on crops somewhat wider than the face. */
const FIRST_CROP = 1.2;
const SECOND_CROP = 1.1;
/** BlazeFace's boxes start at the brows, O-Net's at the forehead: that much of the size higher. */
const FOREHEAD_SHIFT = 0.08;
/** Below, a place is not looked at closer. */
const LEAST_FIRST_PROBABILITY = 0.2;
/** Turns are tried in such steps, and faces turned by less are taken as upright. */
const ANGLE_STEP_RADIANS = Math.PI / 36;
/** The closer look is taken at the best turn and as much to either side of it. */
const TILT_RADIANS = Math.PI / 12;

/** What became of a proposal. */
export interface JudgedFace {
  /** Forehead to chin, ear to ear. */
  readonly box: CentredBox;
  /** That there is a face, in [0, 1]. */
  readonly probability: number;
}

/**
 * Looks at each proposal twice: first upright and turned as its eyes say, plain and mirrored; then, where that looks somewhat like a
 * face, at the box that came of it, tilted a little to either side. The two tilts most like a face count: what a face is like shows
 * from more than one side, while ornament that looks like one does so by chance.
 */
export class FaceJudge {
  constructor(private readonly network: ONet) {}

  /** Aligned with the candidates; null: no face. */
  async judge(pyramid: PicturePyramid, candidates: readonly FaceCandidate[]): Promise<(JudgedFace | null)[]> {
    const first = await this.lookAll(pyramid, candidates.map(startingLooks), FIRST_CROP);
    const promising = first.map(likeliest).map((look) => (isPromising(look) ? tiltedLooks(look) : []));
    const second = await this.lookAll(pyramid, promising, SECOND_CROP);
    return second.map((looks) => (looks.length > 0 ? judgedBy(looks) : null));
  }

  /** All groups in one run. */
  private async lookAll(
    pyramid: PicturePyramid,
    groups: readonly (readonly Look[])[],
    crop: number,
  ): Promise<Look[][]> {
    const views = groups.flat().map((look) => viewOf(look, crop));
    const opinions = await this.network.judge(pyramid, views);
    const looks = views.map((view, i) => lookOf(view, opinions[i]));
    let from = 0;
    return groups.map(({ length }) => looks.slice(from, (from += length)));
  }
}

function startingLooks(candidate: FaceCandidate): Look[] {
  const centreY = candidate.centreY - FOREHEAD_SHIFT * longerSide(candidate);
  const upright = { box: { ...candidate, centreY }, angleRadians: 0, probability: 0 };
  const eyes = Math.atan2(candidate.eyesY, candidate.eyesX);
  const angleRadians = Math.round(eyes / ANGLE_STEP_RADIANS) * ANGLE_STEP_RADIANS;
  return angleRadians === 0 ? [upright] : [upright, { ...upright, angleRadians }];
}

function tiltedLooks(look: Look): Look[] {
  return [0, -TILT_RADIANS, TILT_RADIANS].map((tilt) => ({
    ...look,
    angleRadians: look.angleRadians + tilt,
  }));
}

function isPromising({ probability }: Look): boolean {
  return probability >= LEAST_FIRST_PROBABILITY;
}

function likeliest(looks: readonly Look[]): Look {
  return looks.reduce((one, other) => (other.probability > one.probability ? other : one));
}

function viewOf({ box, angleRadians }: Look, crop: number): SquareView {
  const { centreX, centreY } = box;
  return { centreX, centreY, sidePx: longerSide(box) * crop, angleRadians };
}

/** The face that the network sees in a view, as a box in the picture. */
function lookOf(
  { centreX, centreY, sidePx, angleRadians }: SquareView,
  { left, top, right, bottom, probability }: FaceOpinion,
): Look {
  const shiftX = ((left + right) / 2) * sidePx;
  const shiftY = ((top + bottom) / 2) * sidePx;
  const [cos, sin] = [Math.cos(angleRadians), Math.sin(angleRadians)];
  return {
    box: {
      centreX: centreX + shiftX * cos - shiftY * sin,
      centreY: centreY + shiftX * sin + shiftY * cos,
      width: sidePx * (1 + right - left),
      height: sidePx * (1 + bottom - top),
    },
    angleRadians,
    probability,
  };
}

/** Place of the likeliest look, as it lies in the picture; mean probability of the two likeliest. */
function judgedBy(looks: readonly Look[]): JudgedFace {
  const [best, next] = [...looks].sort((one, other) => other.probability - one.probability);
  const { width, height } = best.box;
  const isLying = Math.abs(Math.sin(best.angleRadians)) > Math.SQRT1_2;
  return {
    box: isLying ? { ...best.box, width: height, height: width } : best.box,
    probability: (best.probability + next.probability) / 2,
  };
}

import type { FaceCandidate } from './face-candidate';
import { overlapFraction } from './overlap';

/** As in BlazeFace's paper. */
const LEAST_OVERLAP = 0.3;

/**
 * Makes one of the candidates that overlap: the mean of their places, weighted by score, with the best of their scores, which is steadier than keeping the
 * best alone (Bazarevsky et al., BlazeFace: Sub-millisecond Neural Face Detection on Mobile GPUs, 2019, section 3.4).
 * @returns best first
 */
export function mergeCandidates(candidates: readonly FaceCandidate[]): FaceCandidate[] {
  const merged: FaceCandidate[] = [];
  let left = [...candidates].sort((one, other) => other.score - one.score);
  while (left.length > 0) {
    const [best] = left;
    const isSame = (one: FaceCandidate) => one === best || overlapFraction(best, one) >= LEAST_OVERLAP;
    merged.push(meanOf(left.filter(isSame)));
    left = left.filter((one) => !isSame(one));
  }
  return merged;
}

/** @param group best first */
function meanOf(group: readonly FaceCandidate[]): FaceCandidate {
  const weight = group.reduce((sum, { score }) => sum + score, 0);
  const mean = (field: keyof FaceCandidate) =>
    group.reduce((sum, one) => sum + one.score * one[field], 0) / weight;
  return {
    centreX: mean('centreX'),
    centreY: mean('centreY'),
    width: mean('width'),
    height: mean('height'),
    score: group[0].score,
    eyesX: mean('eyesX'),
    eyesY: mean('eyesY'),
  };
}

import type { CompositionFeatures, PicturePoint } from '@keyart/contracts';

/** About one picture in ten of the fixtures is so symmetrical, in seven so calm, in five so full. */
const SYMMETRICAL = 0.7;
const CALM = 0.55;
const FULL = 0.1;
/** A centroid is a mean and seldom far from the middle. */
const OFF_CENTRE = 0.07;

/** How a picture is laid out, as phrases, the most telling first. */
export function layoutWords(composition: CompositionFeatures): string[] {
  const { symmetryFraction, negativeSpaceFraction, saliencyCentroid } = composition;
  return [
    ...(negativeSpaceFraction >= CALM ? ['much calm space around it'] : []),
    ...(negativeSpaceFraction <= FULL ? ['full of detail to the edges'] : []),
    ...(symmetryFraction >= SYMMETRICAL ? ['almost symmetrical'] : []),
    balanceWords(saliencyCentroid),
  ];
}

function balanceWords({ x, y }: PicturePoint): string {
  const [right, down] = [x - 0.5, y - 0.5];
  if (Math.max(Math.abs(right), Math.abs(down)) <= OFF_CENTRE) return 'well balanced about the middle';
  if (Math.abs(right) >= Math.abs(down))
    return `what draws the eye is on the ${right > 0 ? 'right' : 'left'}`;
  return `what draws the eye is in the ${down > 0 ? 'lower' : 'upper'} half`;
}

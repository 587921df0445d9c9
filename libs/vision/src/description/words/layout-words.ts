import type { CompositionFeatures } from '@keyart/contracts';
import { placeWords } from './place-words';

const SYMMETRICAL = 0.85;
const CALM = 0.5;
const BUSY = 0.15;

/** How a picture is laid out, as phrases, the most telling first. */
export function layoutWords(composition: CompositionFeatures): string[] {
  const { symmetryFraction, negativeSpaceFraction, saliencyCentroid } = composition;
  return [
    ...(negativeSpaceFraction >= CALM ? ['much calm space around it'] : []),
    ...(negativeSpaceFraction <= BUSY ? ['full of detail to the edges'] : []),
    ...(symmetryFraction >= SYMMETRICAL ? ['almost symmetrical'] : []),
    `the eye is drawn to what is ${placeWords(saliencyCentroid)}`,
  ];
}

import type { OklabPixels } from '../pixels/oklab';

/** Direction of orange, half way between the hues of red (29°) and yellow (110°) in OKLab; blue (264°) lies opposite. */
const WARM_HUE = (70 * Math.PI) / 180;
/** Stronger chroma, as of signal colours, does not look warmer or colder. */
const FULL_CHROMA = 0.15;

/**
 * Red and yellow against blue: mean of `cos(hue − 70°) · min(1, chroma / .15)` in OKLab.
 * @returns in [-1, 1]; 0 for grey, and where warm and cold hold the balance
 */
export function warmth({ greenRed, blueYellow }: OklabPixels): number {
  const [cos, sin] = [Math.cos(WARM_HUE), Math.sin(WARM_HUE)];
  let sum = 0;
  for (let i = 0; i < greenRed.length; i++) {
    const chroma = Math.sqrt(greenRed[i] ** 2 + blueYellow[i] ** 2);
    sum += (greenRed[i] * cos + blueYellow[i] * sin) / Math.max(chroma, FULL_CHROMA);
  }
  return sum / greenRed.length;
}

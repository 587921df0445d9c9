import type { RawPixels } from '../decoded-picture';

/**
 * Hasler & Süsstrunk's M: `√(σ²_rg + σ²_yb) + .3 √(μ²_rg + μ²_yb)` with `rg = R − G`, `yb = (R + G) / 2 − B`.
 * @param pixels three channels
 * @returns 0: grey; 15: slightly, 45: averagely, 82: highly, 109: extremely colourful
 * @see Hasler & Süsstrunk, Measuring colourfulness in natural images, SPIE 5007, 2003 (M⁽³⁾)
 */
export function colourfulness({ data }: RawPixels): number {
  const count = data.length / 3;
  let [redGreen, yellowBlue, redGreenSquares, yellowBlueSquares] = [0, 0, 0, 0];
  for (let at = 0; at < data.length; at += 3) {
    const rg = data[at] - data[at + 1];
    const yb = (data[at] + data[at + 1]) / 2 - data[at + 2];
    redGreen += rg;
    yellowBlue += yb;
    redGreenSquares += rg * rg;
    yellowBlueSquares += yb * yb;
  }
  const squaredMeans = (redGreen / count) ** 2 + (yellowBlue / count) ** 2;
  const variances = (redGreenSquares + yellowBlueSquares) / count - squaredMeans;
  return Math.sqrt(Math.max(0, variances)) + 0.3 * Math.sqrt(squaredMeans);
}

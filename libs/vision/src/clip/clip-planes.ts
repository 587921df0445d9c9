import type { RawPixels } from '../decoded-picture';

/** Of CLIP's training set, red, green, blue (Radford et al., 2021). */
const MEANS = [0.48145466, 0.4578275, 0.40821073];
const DEVIATIONS = [0.26862954, 0.26130258, 0.27577711];

/**
 * The middle square of a picture as CLIP wants it.
 * @param pixels three channels, shorter side at least `sizePx`
 * @returns `[3 · sizePx · sizePx]`, plane by plane
 */
export function clipPlanes({ widthPx, heightPx, data }: RawPixels, sizePx: number): Float32Array {
  const left = Math.floor((widthPx - sizePx) / 2);
  const top = Math.floor((heightPx - sizePx) / 2);
  const planes = new Float32Array(3 * sizePx * sizePx);
  let to = 0;
  for (let channel = 0; channel < 3; channel++) {
    const scale = 1 / (255 * DEVIATIONS[channel]);
    const shift = MEANS[channel] / DEVIATIONS[channel];
    for (let y = top; y < top + sizePx; y++) {
      for (let x = left; x < left + sizePx; x++)
        planes[to++] = data[3 * (y * widthPx + x) + channel] * scale - shift;
    }
  }
  return planes;
}

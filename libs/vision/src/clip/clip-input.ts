import sharp from 'sharp';
import type { RawPixels } from '../decoded-picture';

/** Of CLIP's training set, red, green, blue (Radford et al., Learning Transferable Visual Models, ICML 2021). */
const MEANS = [0.48145466, 0.4578275, 0.40821073];
const DEVIATIONS = [0.26862954, 0.26130258, 0.27577711];

/**
 * The middle square of a picture as CLIP wants it: scaled by cubic interpolation to `sizePx`, each channel less its mean, by its
 * deviation.
 * @param picture three channels
 * @returns `[3 · sizePx · sizePx]`, red, green, blue, each row by row
 */
export async function clipInput(picture: RawPixels, sizePx: number): Promise<Float32Array> {
  const { widthPx, heightPx, data } = picture;
  const square = await sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .resize(sizePx, sizePx, { fit: 'cover', kernel: 'cubic' })
    .raw()
    .toBuffer();
  const planeLength = sizePx * sizePx;
  const planes = new Float32Array(3 * planeLength);
  for (let channel = 0; channel < 3; channel++) {
    const scale = 1 / (255 * DEVIATIONS[channel]);
    const shift = MEANS[channel] / DEVIATIONS[channel];
    for (let i = 0; i < planeLength; i++)
      planes[channel * planeLength + i] = square[3 * i + channel] * scale - shift;
  }
  return planes;
}

import type { PictureBox, PictureFeatures } from '@keyart/contracts';
import { html, type Html } from '@keyart/common';

/** Faces and lettering drawn over a picture where they were found, and where the eye goes first. */
export function pictureBoxesView(features: PictureFeatures, isCropped: boolean): Html {
  const { widthPx, heightPx } = features.quality;
  const { saliencyCentroid } = features.composition;
  const fit = isCropped ? 'xMidYMid slice' : 'xMidYMid meet';
  const boxOf = (name: string, { x, y, width, height }: PictureBox): Html =>
    html`<rect
      class="${name}"
      x="${x * widthPx}"
      y="${y * heightPx}"
      width="${width * widthPx}"
      height="${height * heightPx}"
    />`;
  return html`<svg
    class="boxes"
    viewBox="0 0 ${widthPx} ${heightPx}"
    preserveAspectRatio="${fit}"
    aria-hidden="true"
  >
    ${features.lettering.lines.map(({ box }) => boxOf('letters', box))}
    ${features.faces.faces.map(({ box }) => boxOf('face', box))}
    <circle
      class="eye"
      cx="${saliencyCentroid.x * widthPx}"
      cy="${saliencyCentroid.y * heightPx}"
      r="${Math.max(widthPx, heightPx) / 90}"
    />
  </svg>`;
}

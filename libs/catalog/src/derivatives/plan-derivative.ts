import type { DerivativeFormat } from '@keyart/contracts';
import { aspectRatioOf, largestWithin, sidePx } from './aspect-ratio';
import type { CropSubject } from './crop-subject';
import type { DerivativeRequest } from './derivative-request';
import type { PixelRectangle, PixelSize } from './pixel-rectangle';
import { planCrop } from './plan-crop';

/** Everything that decides the bytes of a derivative, but for the encoder. */
export interface DerivativePlan {
  /** Of the picture it is made of. */
  readonly sha256: string;
  /** Of that picture, as displayed. */
  readonly source: PixelSize;
  /** Part of the picture that is shown; `attention`: what draws the eye, found by the encoder. */
  readonly crop: PixelRectangle | 'attention';
  readonly output: PixelSize;
  readonly format: DerivativeFormat;
}

/** A stored picture. */
export interface DerivativeSource extends PixelSize {
  readonly sha256: string;
}

/**
 * How a picture is cut and scaled; never enlarged.
 * @param subject what was read off the picture; null: nothing yet, so the encoder looks for what draws the eye
 */
export function planDerivative(
  { sha256, ...source }: DerivativeSource,
  { aspect, widthPx, format }: DerivativeRequest,
  subject: CropSubject | null,
): DerivativePlan {
  const whole = { leftPx: 0, topPx: 0, ...source };
  if (aspect === null) {
    const ratio = source.widthPx / source.heightPx;
    return { sha256, source, crop: whole, output: scaled(source, widthPx, ratio), format };
  }
  const ratio = aspectRatioOf(aspect);
  const crop = subject ? planCrop({ ...source, aspect, ...subject }) : 'attention';
  const cut = crop === 'attention' ? largestWithin(source, ratio) : crop;
  return { sha256, source, crop, output: scaled(cut, widthPx, ratio), format };
}

function scaled(cut: PixelSize, wantedPx: number, ratio: number): PixelSize {
  const widthPx = Math.min(wantedPx, cut.widthPx);
  return { widthPx, heightPx: Math.min(cut.heightPx, sidePx(widthPx / ratio)) };
}

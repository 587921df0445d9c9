import sharp from 'sharp';
import type { RawPixels } from '../decoded-picture';
import { toLuma } from './to-luma';

/** Smaller copies of a picture, each made once and from the picture itself, so that none depends on which came before. */
export class ScaledCopies {
  private readonly rgbBySize = new Map<number, Promise<RawPixels>>();
  private readonly lumaBySize = new Map<number, Promise<RawPixels>>();

  /** @param picture three channels */
  constructor(private readonly picture: RawPixels) {}

  /** Fits into a square of `sizePx`, never enlarged. */
  rgb(sizePx: number): Promise<RawPixels> {
    return remember(this.rgbBySize, this.sharedSize(sizePx), (size) => this.scaleTo(size));
  }

  /** The same, luma. */
  luma(sizePx: number): Promise<RawPixels> {
    return remember(this.lumaBySize, this.sharedSize(sizePx), async (size) => toLuma(await this.rgb(size)));
  }

  /** All sizes that enlarge are one. */
  private sharedSize(sizePx: number): number {
    return Math.min(sizePx, Math.max(this.picture.widthPx, this.picture.heightPx));
  }

  private async scaleTo(sizePx: number): Promise<RawPixels> {
    const { widthPx, heightPx, data } = this.picture;
    if (sizePx === Math.max(widthPx, heightPx)) return this.picture;
    const scaled = await sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } })
      .resize(sizePx, sizePx, { fit: 'inside' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height } = scaled.info;
    return { widthPx: width, heightPx: height, channelCount: 3, data: scaled.data };
  }
}

function remember(
  made: Map<number, Promise<RawPixels>>,
  size: number,
  make: (size: number) => Promise<RawPixels>,
): Promise<RawPixels> {
  const known = made.get(size);
  if (known) return known;
  const fresh = make(size);
  made.set(size, fresh);
  return fresh;
}

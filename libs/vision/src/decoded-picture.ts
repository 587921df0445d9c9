/** Pixels, row by row, 8 bits a channel. */
export interface RawPixels {
  readonly widthPx: number;
  readonly heightPx: number;
  /** 3: red, green, blue (sRGB); 1: luma. */
  readonly channelCount: 1 | 3;
  /** `[heightPx · widthPx · channelCount]`. */
  readonly data: Uint8Array;
}

/** A picture decoded once for all extractors: oriented as displayed, in sRGB, alpha laid over grey. */
export interface DecodedPicture {
  /** The file. */
  readonly bytes: Buffer;
  /** As displayed, before any scaling. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** sharp's name of the file format. */
  readonly format: string;
  /** The working copy: longest side at most `WORKING_SIZE_PX`, never enlarged, RGB. */
  readonly working: RawPixels;
  /** The working copy scaled to fit into a square of `sizePx`, never enlarged; kept, so that extractors share it. */
  rgb(sizePx: number): Promise<RawPixels>;
  /** The same as BT.601 luma, one channel. */
  luma(sizePx: number): Promise<RawPixels>;
}

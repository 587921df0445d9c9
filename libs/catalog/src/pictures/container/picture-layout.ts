/** What the structure of a file says before any pixel is decoded. */
export interface PictureLayout {
  /** Offset behind the last byte that belongs to the picture. */
  readonly endsAt: number;
  readonly isAnimated: boolean;
}

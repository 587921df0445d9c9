/** An upright box in pixels; right and bottom are outside. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A box and the probability, in [0, 1], that it is text. */
export interface TextBox extends PixelBox {
  readonly score: number;
}

/** The smallest box around both. */
export function around(one: PixelBox, other: PixelBox): PixelBox {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

/** How much of the lower one's height stands beside the other, in [0, 1]. */
export function besideFraction(one: PixelBox, other: PixelBox): number {
  const common = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return Math.max(0, common / Math.min(heightOf(one), heightOf(other)));
}

/** In pixels. */
export function heightOf({ top, bottom }: PixelBox): number {
  return bottom - top;
}

/** In pixels. */
export function widthOf({ left, right }: PixelBox): number {
  return right - left;
}

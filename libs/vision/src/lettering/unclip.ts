import { heightOf, widthOf, type PixelBox } from './text-box';

/**
 * Grows a box on all sides by `area · ratio / perimeter`, for the network marks the core of a line only
 * (Liao et al., Real-time Scene Text Detection with Differentiable Binarization, 2020, section 3.4).
 */
export function unclip<Box extends PixelBox>(box: Box, ratio: number): Box {
  const [width, height] = [widthOf(box), heightOf(box)];
  const distance = (width * height * ratio) / (2 * (width + height));
  return {
    ...box,
    left: box.left - distance,
    top: box.top - distance,
    right: box.right + distance,
    bottom: box.bottom + distance,
  };
}

import type { RawPixels } from '../decoded-picture';
import type { PicturePyramid } from './picture-pyramid';
import type { SquareView } from './square-view';

/** A level of 0 to 255 becomes -1 to 1. */
const LEVEL = 1 / 127.5;

/** Where samples go: `sizePx` × `sizePx` × RGB from `offset` on, each in [-1, 1]; beyond the picture is mid grey, 0. */
export interface SampleTarget {
  readonly data: Float32Array;
  readonly offset: number;
  readonly sizePx: number;
  /** Row by row (y before x) as usual, or column by column. */
  readonly order: 'rows' | 'columns';
}

/** Reads a view into a network's input, bilinearly. */
export function sampleSquare(pyramid: PicturePyramid, view: SquareView, target: SampleTarget): void {
  const { data, offset, sizePx, order } = target;
  const stepPx = view.sidePx / sizePx;
  const { pixels, pixelSizePx } = pyramid.levelFor(stepPx);
  const forward = (stepPx * Math.cos(view.angleRadians)) / pixelSizePx;
  const sideward = (stepPx * Math.sin(view.angleRadians)) / pixelSizePx;
  const centreX = view.centreX / pixelSizePx - 0.5;
  const centreY = view.centreY / pixelSizePx - 0.5;
  const middle = (sizePx - 1) / 2;
  const [rowStride, columnStride] = order === 'rows' ? [3 * sizePx, 3] : [3, 3 * sizePx];
  const sampler = new PixelSampler(pixels, data);
  for (let row = 0; row < sizePx; row++) {
    const down = row - middle;
    for (let column = 0; column < sizePx; column++) {
      const right = column - middle;
      const x = centreX + right * forward - down * sideward;
      const y = centreY + right * sideward + down * forward;
      sampler.sample(x, y, offset + row * rowStride + column * columnStride);
    }
  }
}

/** Four pixels make a sample. Fields and numbers only, no object a pixel: a picture takes half a million samples. */
class PixelSampler {
  private readonly data: Uint8Array;
  private readonly rowLength: number;
  private readonly lastX: number;
  private readonly lastY: number;

  constructor(
    { widthPx, heightPx, data }: RawPixels,
    private readonly to: Float32Array,
  ) {
    this.data = data;
    this.rowLength = 3 * widthPx;
    this.lastX = widthPx - 1;
    this.lastY = heightPx - 1;
  }

  sample(x: number, y: number, at: number): void {
    if (x <= -1 || y <= -1 || x >= this.lastX + 1 || y >= this.lastY + 1) return;
    const left = Math.floor(x);
    const top = Math.floor(y);
    const fx = x - left;
    const fy = y - top;
    const x0 = 3 * Math.max(left, 0);
    const x1 = 3 * Math.min(left + 1, this.lastX);
    const row0 = this.rowLength * Math.max(top, 0);
    const row1 = this.rowLength * Math.min(top + 1, this.lastY);
    const [a, b, c, d] = [row0 + x0, row0 + x1, row1 + x0, row1 + x1];
    const weightD = fx * fy * LEVEL;
    const weightB = fx * LEVEL - weightD;
    const weightC = fy * LEVEL - weightD;
    const weightA = LEVEL - weightB - weightC - weightD;
    const { data, to } = this;
    to[at] = data[a] * weightA + data[b] * weightB + data[c] * weightC + data[d] * weightD - 1;
    to[at + 1] =
      data[a + 1] * weightA + data[b + 1] * weightB + data[c + 1] * weightC + data[d + 1] * weightD - 1;
    to[at + 2] =
      data[a + 2] * weightA + data[b + 2] * weightB + data[c + 2] * weightC + data[d + 2] * weightD - 1;
  }
}

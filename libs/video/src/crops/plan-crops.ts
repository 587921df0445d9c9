import type { FrameCrop, PictureBox } from '@keyart/contracts';
import type { FrameLook, SaliencyGrid } from '../frames/frame-look';

const ASPECTS = [
  { aspect: '2:3', ratio: 2 / 3 },
  { aspect: '16:9', ratio: 16 / 9 },
  { aspect: '1:1', ratio: 1 },
] as const;

/** Air around a face, of its size. */
const FACE_MARGIN = 0.1;

interface Span {
  readonly from: number;
  readonly length: number;
}

/**
 * The largest crop of each aspect that holds every face whole, laid where it keeps most of what draws the eye. An aspect in which the
 * faces do not fit together is not offered.
 * @returns boxes as fractions of the picture looked at
 */
export function planCrops(look: Pick<FrameLook, 'widthPx' | 'heightPx' | 'faces' | 'saliency'>): FrameCrop[] {
  return ASPECTS.flatMap(({ aspect, ratio }) => {
    const box = cropBox(look, ratio);
    return box ? [{ aspect, box, keptFraction: saliencyInside(look.saliency, box) }] : [];
  });
}

function cropBox(
  { widthPx, heightPx, faces, saliency }: Pick<FrameLook, 'widthPx' | 'heightPx' | 'faces' | 'saliency'>,
  ratio: number,
): PictureBox | null {
  const isWide = widthPx / heightPx > ratio;
  const length = isWide ? (heightPx * ratio) / widthPx : widthPx / ratio / heightPx;
  const spans = faces.map((face) => (isWide ? spanOf(face.x, face.width) : spanOf(face.y, face.height)));
  const [first, last] = [
    Math.min(1, ...spans.map(({ from }) => from)),
    Math.max(0, ...spans.map((span) => span.from + span.length)),
  ];
  if (last - first > length) return null;
  const [earliest, latest] = spans.length > 0 ? [last - length, first] : [0, 1 - length];
  const range = [Math.max(0, earliest), Math.min(1 - length, latest)] as const;
  const from = bestPlace(isWide ? columnSums(saliency) : rowSums(saliency), length, range);
  return isWide ? { x: from, y: 0, width: length, height: 1 } : { x: 0, y: from, width: 1, height: length };
}

/** A face's extent with air, inside the picture. */
function spanOf(from: number, length: number): Span {
  const start = Math.max(0, from - FACE_MARGIN * length);
  return { from: start, length: Math.min(1, from + (1 + FACE_MARGIN) * length) - start };
}

const STEPS = 64;

/** Where a window keeps most of the sums; of equals the one nearest to the middle. */
function bestPlace(sums: Float64Array, length: number, [least, most]: readonly [number, number]): number {
  let [best, keptMost] = [(least + most) / 2, -1];
  for (let step = 0; step <= STEPS; step++) {
    const from = least + ((most - least) * step) / STEPS;
    const kept = sumWithin(sums, from, from + length);
    const isNearer = Math.abs(from + length / 2 - 0.5) < Math.abs(best + length / 2 - 0.5);
    if (kept > keptMost + 1e-9 || (kept > keptMost - 1e-9 && isNearer)) [best, keptMost] = [from, kept];
  }
  return best;
}

function sumWithin(sums: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = 0; i < sums.length; i++) {
    const inside = Math.min(to, (i + 1) / sums.length) - Math.max(from, i / sums.length);
    if (inside > 0) sum += sums[i] * inside * sums.length;
  }
  return sum;
}

function columnSums({ widthPx, heightPx, values }: SaliencyGrid): Float64Array {
  return Float64Array.from({ length: widthPx }, (_, x) => {
    let sum = 0;
    for (let y = 0; y < heightPx; y++) sum += values[y * widthPx + x];
    return sum;
  });
}

function rowSums({ widthPx, heightPx, values }: SaliencyGrid): Float64Array {
  return Float64Array.from({ length: heightPx }, (_, y) =>
    values.subarray(y * widthPx, (y + 1) * widthPx).reduce((sum, value) => sum + value, 0),
  );
}

/** A crop spans the picture one way, so that rows or columns tell all. */
function saliencyInside(grid: SaliencyGrid, { x, y, width, height }: PictureBox): number {
  const sums = height === 1 ? columnSums(grid) : rowSums(grid);
  const [from, length] = height === 1 ? [x, width] : [y, height];
  const total = sums.reduce((sum, value) => sum + value, 0);
  return total > 0 ? Math.min(1, sumWithin(sums, from, from + length) / total) : length;
}

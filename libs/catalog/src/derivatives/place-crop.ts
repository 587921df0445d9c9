import { largestWithin } from './aspect-ratio';
import type { PixelRectangle } from './pixel-rectangle';

/** Where a crop may lie, and where it would best. */
export interface CropPlacement {
  /** Part of the picture that it lies in. */
  readonly region: PixelRectangle;
  /** Width by height. */
  readonly ratio: number;
  /** What it holds, in the region and not larger than the crop; null: nothing in particular. */
  readonly subject: PixelRectangle | null;
  /** What it is centred on as far as region and subject allow. */
  readonly centre: { readonly xPx: number; readonly yPx: number };
}

type Span = readonly [fromPx: number, toPx: number];

/** The largest crop of that aspect in the region. */
export function placeCrop({ region, ratio, subject, centre }: CropPlacement): PixelRectangle {
  const size = largestWithin(region, ratio);
  const across = {
    lengthPx: size.widthPx,
    region: horizontal(region),
    subject: subject && horizontal(subject),
  };
  const down = { lengthPx: size.heightPx, region: vertical(region), subject: subject && vertical(subject) };
  return {
    leftPx: startPx({ ...across, centrePx: centre.xPx }),
    topPx: startPx({ ...down, centrePx: centre.yPx }),
    ...size,
  };
}

interface Axis {
  readonly lengthPx: number;
  readonly region: Span;
  readonly subject: Span | null;
  readonly centrePx: number;
}

function startPx({ lengthPx, region, subject, centrePx }: Axis): number {
  const [earliestEndPx, latestPx] = [subject?.[1] ?? region[0] + lengthPx, subject?.[0] ?? region[1]];
  const least = Math.max(region[0], earliestEndPx - lengthPx);
  const most = Math.min(region[1] - lengthPx, latestPx);
  return Math.max(least, Math.min(most, Math.round(centrePx - lengthPx / 2)));
}

function horizontal({ leftPx, widthPx }: PixelRectangle): Span {
  return [leftPx, leftPx + widthPx];
}

function vertical({ topPx, heightPx }: PixelRectangle): Span {
  return [topPx, topPx + heightPx];
}

import type { PictureBox } from '@keyart/contracts';
import type { ProbabilityMap } from './probability-map';
import { textBlobs, type TextBlob } from './text-blobs';
import { tightestRectangle, type TurnedRectangle } from './tightest-rectangle';

/** A place with text. */
export interface TextRegion {
  readonly box: PictureBox;
  /** In [0, 1]. */
  readonly confidence: number;
}

/** Part of the map that shows the picture; the rest is padding. */
export interface PictureArea {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Thinner blobs are cracks and edges. */
const LEAST_SHORT_SIDE_PX = 3;
const LEAST_PIXEL_COUNT = 20;
/**
 * Lines of text are bars, whatever their turn, and what is taken for text by mistake is not: on the fixtures, letters fill .7 to .95
 * of the tightest rectangle around them, stairs, rigging and hair .5 to .67.
 */
const LEAST_CONFIDENCE = 0.67;
/** DB is taught to see text shrunk by this ratio of area to perimeter, as in the paper. */
const UNSHRINK_RATIO = 1.5;

/** Where the map sees text, from the top. */
export function textRegions(map: ProbabilityMap, area: PictureArea): TextRegion[] {
  return textBlobs(map)
    .flatMap((blob) => regionOf(blob, area) ?? [])
    .sort((one, other) => one.box.y - other.box.y);
}

function regionOf(blob: TextBlob, area: PictureArea): TextRegion | null {
  if (blob.pixelCount < LEAST_PIXEL_COUNT) return null;
  const rectangle = tightestRectangle(cornersOf(blob));
  if (rectangle.shortSide < LEAST_SHORT_SIDE_PX) return null;
  const filled = blob.pixelCount / (rectangle.longSide * rectangle.shortSide);
  const confidence = blob.meanProbability * Math.min(1, filled);
  return confidence < LEAST_CONFIDENCE ? null : { box: grown(blob, rectangle, area), confidence };
}

/** Of the outermost pixels of each row. */
function cornersOf({ rowEnds, top }: TextBlob): [x: number, y: number][] {
  return rowEnds.flatMap(([left, right], row): [number, number][] => [
    [left, top + row],
    [left, top + row + 1],
    [right + 1, top + row],
    [right + 1, top + row + 1],
  ]);
}

function grown(
  { left, top, right, bottom }: TextBlob,
  { longSide, shortSide }: TurnedRectangle,
  { widthPx, heightPx }: PictureArea,
): PictureBox {
  const margin = (UNSHRINK_RATIO * longSide * shortSide) / (2 * (longSide + shortSide));
  const x = Math.max(0, left - margin) / widthPx;
  const y = Math.max(0, top - margin) / heightPx;
  const farX = Math.min(widthPx, right + 1 + margin) / widthPx;
  const farY = Math.min(heightPx, bottom + 1 + margin) / heightPx;
  return { x, y, width: farX - x, height: farY - y };
}

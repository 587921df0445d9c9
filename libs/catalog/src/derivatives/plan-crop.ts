import type { PictureBox, PicturePoint } from '@keyart/contracts';
import { aspectRatioOf, largestWithin } from './aspect-ratio';
import {
  around,
  fits,
  holds,
  overlap,
  pixelsOfBox,
  type PixelRectangle,
  type PixelSize,
} from './pixel-rectangle';
import { placeCrop } from './place-crop';

/** A side of the crop may shrink to this share to leave a box out whole rather than cut it. */
const LEAST_SIDE_FRACTION = 0.6;

/** A picture, and what counts in it. */
export interface CropRequest extends PixelSize {
  /** Wanted, e.g. `2:3`. */
  readonly aspect: string;
  /** What should stay whole, what matters most first. */
  readonly keep: readonly PictureBox[];
  /** What to centre on as far as `keep` allows; null: the middle. */
  readonly focus: PicturePoint | null;
}

/**
 * Where to cut a picture to an aspect. Boxes are kept whole one after the other, each that still fits in beside those kept
 * before; so all are whenever a crop of that aspect can hold them all. The crop is as large as the picture lets it be, but for
 * a smaller one that leaves out whole what the largest would cut through.
 * @returns a rectangle inside the picture, of the aspect to within a pixel of one side
 */
export function planCrop({ aspect, keep, focus, widthPx, heightPx }: CropRequest): PixelRectangle {
  const picture = { leftPx: 0, topPx: 0, widthPx, heightPx };
  const ratio = aspectRatioOf(aspect);
  const boxes = keep.map((box) => pixelsOfBox(box, picture));
  const largest = largestWithin(picture, ratio);
  const subject = subjectOf(boxes, largest);
  const centre = { xPx: (focus?.x ?? 0.5) * widthPx, yPx: (focus?.y ?? 0.5) * heightPx };
  const place = (region: PixelRectangle): PixelRectangle => placeCrop({ region, ratio, subject, centre });

  const crop = place(picture);
  const cut = boxes.filter((box) => isCut(box, crop));
  if (cut.length === 0) return crop;
  const others = regionsBeside(cut.reduce(around), picture)
    .filter((region) => subject === null || holds(region, subject))
    .filter((region) => isRoomy(largestWithin(region, ratio), { largest, subject }))
    .map(place);
  return leastCut([crop, ...others], boxes);
}

/** The boxes that are kept, as one; null: none. */
function subjectOf(boxes: readonly PixelRectangle[], size: PixelSize): PixelRectangle | null {
  return boxes.reduce<PixelRectangle | null>((subject, box) => {
    const grown = subject ? around(subject, box) : box;
    return fits(grown, size) ? grown : subject;
  }, null);
}

function isCut(box: PixelRectangle, crop: PixelRectangle): boolean {
  return overlap(box, crop) && !holds(crop, box);
}

/** What is left of the picture above, below, left and right of what is to be left out. */
function regionsBeside(out: PixelRectangle, { widthPx, heightPx }: PixelSize): PixelRectangle[] {
  const rightPx = out.leftPx + out.widthPx;
  const bottomPx = out.topPx + out.heightPx;
  return [
    { leftPx: 0, topPx: 0, widthPx, heightPx: out.topPx },
    { leftPx: 0, topPx: bottomPx, widthPx, heightPx: heightPx - bottomPx },
    { leftPx: 0, topPx: 0, widthPx: out.leftPx, heightPx },
    { leftPx: rightPx, topPx: 0, widthPx: widthPx - rightPx, heightPx },
  ].filter((region) => region.widthPx > 0 && region.heightPx > 0);
}

interface Wanted {
  readonly largest: PixelSize;
  readonly subject: PixelRectangle | null;
}

function isRoomy(size: PixelSize, { largest, subject }: Wanted): boolean {
  const isLarge =
    Math.max(size.widthPx / largest.widthPx, size.heightPx / largest.heightPx) >= LEAST_SIDE_FRACTION;
  return isLarge && (subject === null || fits(subject, size));
}

/** The one that cuts through the fewest boxes; of several the largest. */
function leastCut(crops: readonly PixelRectangle[], boxes: readonly PixelRectangle[]): PixelRectangle {
  const cutCount = (crop: PixelRectangle): number => boxes.filter((box) => isCut(box, crop)).length;
  return crops.reduce((best, crop) => {
    const fewer = cutCount(best) - cutCount(crop);
    return fewer > 0 || (fewer === 0 && crop.widthPx > best.widthPx) ? crop : best;
  });
}

import { connectedRegions } from './connected-regions';
import { joinLines } from './join-lines';
import { heightOf, widthOf, type PixelBox, type TextBox } from './text-box';
import type { TextMap } from './text-map';
import { unclip } from './unclip';

/** PP-OCR's own values. */
const LEAST_PROBABILITY = 0.3;
const LEAST_SCORE = 0.6;
const LEAST_SIDE_PX = 3;
const UNCLIP_RATIO = 1.5;
/** Of the picture's height; lower ones nobody reads on a picture of a catalogue, and many are specks. */
const LEAST_HEIGHT_FRACTION = 0.012;

/** The lines of text that a map shows, as boxes inside it, in no order. */
export function textBoxes(map: TextMap): TextBox[] {
  const regions = connectedRegions(map, LEAST_PROBABILITY).filter(isOfUse);
  const boxes = regions.map((region) => clip(unclip(region, UNCLIP_RATIO), map));
  return joinLines(boxes).filter((box) => heightOf(box) >= LEAST_HEIGHT_FRACTION * map.heightPx);
}

function isOfUse(region: TextBox): boolean {
  return region.score >= LEAST_SCORE && Math.min(widthOf(region), heightOf(region)) >= LEAST_SIDE_PX;
}

function clip<Box extends PixelBox>(box: Box, { widthPx, heightPx }: TextMap): Box {
  return {
    ...box,
    left: Math.max(0, box.left),
    top: Math.max(0, box.top),
    right: Math.min(widthPx, box.right),
    bottom: Math.min(heightPx, box.bottom),
  };
}

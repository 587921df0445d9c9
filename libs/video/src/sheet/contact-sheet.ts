import type { VideoFrame } from '@keyart/contracts';
import sharp, { type OverlayOptions } from 'sharp';
import { drawCard, CARD_HEIGHT_PX, CARD_WIDTH_PX, PICTURE_HEIGHT_PX } from './draw-card';
import { drawTimeline, TIMELINE_HEIGHT_PX } from './draw-timeline';
import type { SheetInput } from './sheet-input';

/** Frames of a long video that are shown at most; the ranked ones first. */
const MOST_CARDS = 60;
const COLUMNS = 4;
const UNRANKED = Number.MAX_SAFE_INTEGER;
const GAP_PX = 12;
const HEADING_PX = 40;
const BACKGROUND = '#15171c';

/**
 * A sheet of everything an editor wants to see of an analysis at a glance: shots and scenes on a time line, below it the frames with
 * rank, score, faults, faces and crops, the ranked ones first.
 * @returns a JPEG file, 1,384 px wide
 * @throws what `pictureOf` throws
 */
export async function renderContactSheet(input: SheetInput): Promise<Buffer> {
  const { analysis } = input;
  const frames = [...analysis.frames].sort(byRank).slice(0, MOST_CARDS);
  const widthPx = COLUMNS * (CARD_WIDTH_PX + GAP_PX) + GAP_PX;
  const top = HEADING_PX + TIMELINE_HEIGHT_PX + GAP_PX;
  const rowCount = Math.ceil(frames.length / COLUMNS);
  const parts: OverlayOptions[] = [
    { input: Buffer.from(drawTimeline(input, widthPx, HEADING_PX)), left: 0, top: 0 },
  ];
  for (const [index, frame] of frames.entries()) {
    const left = GAP_PX + (index % COLUMNS) * (CARD_WIDTH_PX + GAP_PX);
    const cardTop = top + Math.floor(index / COLUMNS) * (CARD_HEIGHT_PX + GAP_PX);
    const picture = await sharp(await input.pictureOf(frame))
      .resize(CARD_WIDTH_PX, PICTURE_HEIGHT_PX, { fit: 'contain', background: '#000' })
      .toBuffer();
    parts.push({ input: picture, left, top: cardTop });
    parts.push({ input: Buffer.from(drawCard(frame, analysis.probe)), left, top: cardTop });
  }
  const heightPx = top + Math.max(1, rowCount) * (CARD_HEIGHT_PX + GAP_PX);
  return sharp({ create: { width: widthPx, height: heightPx, channels: 3, background: BACKGROUND } })
    .composite(parts)
    .jpeg({ quality: 86 })
    .toBuffer();
}

function byRank(one: VideoFrame, other: VideoFrame): number {
  return (one.rank ?? UNRANKED) - (other.rank ?? UNRANKED) || one.atMs - other.atMs;
}

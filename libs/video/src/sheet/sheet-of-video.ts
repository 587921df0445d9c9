import path from 'node:path';
import type { VideoAnalysis } from '@keyart/contracts';
import { requireFfmpeg, type Ffmpeg } from '../ffmpeg/find-ffmpeg';
import { extractFrame } from '../frames/extract-frame';
import { renderContactSheet } from './contact-sheet';
import { CARD_WIDTH_PX } from './draw-card';

/** Sharp on screens of double density. */
const PICTURE_WIDTH_PX = 2 * CARD_WIDTH_PX;
const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

/** The contact sheet of a video on this machine, see `renderContactSheet`. @throws what `extractFrame` throws */
export async function sheetOfVideo(file: string, analysis: VideoAnalysis, ffmpeg?: Ffmpeg): Promise<Buffer> {
  const found = ffmpeg ?? (await requireFfmpeg());
  return renderContactSheet({
    name: path.basename(file),
    analysis,
    pictureOf: ({ atMs }) =>
      extractFrame(file, {
        atMs,
        box: WHOLE,
        maxWidthPx: PICTURE_WIDTH_PX,
        probe: analysis.probe,
        ffmpeg: found,
      }),
  });
}

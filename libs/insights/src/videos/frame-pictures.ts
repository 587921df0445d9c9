import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NotFoundError } from '@keyart/common';
import type { AnalysedVideo, FrameAspect, FrameCrop, VideoFrame } from '@keyart/contracts';
import { extractFrame } from '@keyart/video';
import sharp from 'sharp';
import { KEPT_VIDEO_ERRORS } from './errors';
import type { VideoFolder } from './video-folder';

/** Which picture of a video. */
export interface WantedFrame {
  readonly frame: number;
  /** null: the whole frame. */
  readonly aspect: FrameAspect | null;
}

const THUMBNAIL_WIDTH_PX = 320;
const THUMBNAIL_QUALITY = 70;

/** Pictures of a video's frames: small ones, kept beside the video, and exact ones at full resolution. */
export class FramePictures {
  constructor(private readonly folder: VideoFolder) {}

  /**
   * A JPEG at most 320 px wide, made at the first call.
   * @throws NotFoundError `UNKNOWN_FRAME`; VideoDependencyError
   */
  async thumbnail(analysed: AnalysedVideo, wanted: WantedFrame): Promise<Buffer> {
    const { sha256 } = analysed.video;
    const { frame, aspect } = wanted;
    const name = `${frame}-${aspect?.replace(':', 'x') ?? 'whole'}`;
    const kept = this.folder.thumbnailPath(sha256, `${analysed.analysis.version}-${name}`);
    return readFile(kept).catch(async () => {
      const png = await this.extract(analysed, { ...wanted, maxWidthPx: THUMBNAIL_WIDTH_PX });
      const jpeg = await sharp(png).jpeg({ quality: THUMBNAIL_QUALITY }).toBuffer();
      await writeWhole(kept, jpeg);
      return jpeg;
    });
  }

  /** The exact frame, or its crop, as PNG at the video's own resolution. @throws as `thumbnail` */
  exact(analysed: AnalysedVideo, wanted: WantedFrame): Promise<Buffer> {
    return this.extract(analysed, wanted);
  }

  private async extract(
    { video, analysis }: AnalysedVideo,
    { frame: number, aspect, maxWidthPx }: WantedFrame & { readonly maxWidthPx?: number },
  ): Promise<Buffer> {
    const frame = frameOf({ analysis }, number);
    const box = aspect ? cropOf(frame, aspect).box : undefined;
    const file = await this.folder.open(video.sha256);
    return extractFrame(file, { atMs: frame.atMs, box, maxWidthPx, probe: analysis.probe });
  }
}

/** @throws NotFoundError `UNKNOWN_FRAME` */
export function frameOf({ analysis }: Pick<AnalysedVideo, 'analysis'>, number: number): VideoFrame {
  const found = analysis.frames.find(({ frame }) => frame === number);
  if (found) return found;
  throw new NotFoundError(KEPT_VIDEO_ERRORS.UNKNOWN_FRAME, `the video has no frame ${number}`);
}

/** @throws NotFoundError `UNKNOWN_FRAME` */
export function cropOf({ frame, crops }: VideoFrame, aspect: FrameAspect): FrameCrop {
  const found = crops.find((crop) => crop.aspect === aspect);
  if (found) return found;
  const message = `no crop in ${aspect} of frame ${frame} keeps its faces whole`;
  throw new NotFoundError(KEPT_VIDEO_ERRORS.UNKNOWN_FRAME, message);
}

async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const temporary = `${file}.${randomUUID()}`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(temporary, bytes);
  await rename(temporary, file);
}

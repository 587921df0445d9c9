import type { VideoAnalysis, VideoFrame } from '@keyart/contracts';

/** What a contact sheet shows. */
export interface SheetInput {
  /** Of the video, for the heading. */
  readonly name: string;
  readonly analysis: VideoAnalysis;
  /** The whole frame as a picture file of any size, black bars included. */
  readonly pictureOf: (frame: VideoFrame) => Promise<Buffer>;
}

import { Injectable, type PipeTransform } from '@nestjs/common';
import { IdPipe } from '../http/id.pipe';
import { FramePipe } from './frame.pipe';

/** A frame of a video. */
export interface FrameAddress {
  readonly videoId: string;
  readonly frame: number;
}

/** Video and frame from the address, as one. */
@Injectable()
export class FrameAddressPipe implements PipeTransform<Record<string, string>, FrameAddress> {
  transform({ videoId, frame }: Record<string, string>): FrameAddress {
    return {
      videoId: new IdPipe().transform(videoId, { type: 'param', data: 'videoId' }),
      frame: new FramePipe().transform(frame),
    };
  }
}

import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { FRAME_ASPECTS, type FrameAspect } from '../records/video';
import { FRAME_FAULTS, type FrameFault } from '../records/video-analysis';
import { Describe } from './describe';
import { IsCleanText } from './fields/is-clean-text';

/** `GET /v1/videos/:id/frames`. */
export class FramesQueryDto {
  @Describe('Only frames with this fault, or `none`: those without any. Unset: all.')
  @IsOptional()
  @IsIn(['none', ...FRAME_FAULTS])
  faults?: FrameFault | 'none';
}

/** `GET /v1/videos/:id/frames/:frame/image`. */
export class FrameImageQueryDto {
  @Describe('Cut as its crop of this aspect; unset: the whole frame.')
  @IsOptional()
  @IsIn(FRAME_ASPECTS)
  aspect?: FrameAspect;
}

/** `POST /v1/videos/:id/frames/:frame/promote`. */
export class FramePromotionDto {
  @IsIn(FRAME_ASPECTS) aspect: FrameAspect;
  @Describe('What the picture shows, in your words; unset: it is read off the picture.')
  @IsOptional()
  @IsCleanText({ minLength: 1, maxLength: 2000 })
  caption?: string | null;
  @Describe('Whether it gives away the plot; unset: it does not.')
  @IsOptional()
  @IsBoolean()
  isSpoiler?: boolean;
}

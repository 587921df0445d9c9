import { IsIn, IsInt, IsNumber, IsOptional, Matches, Max, Min } from 'class-validator';
import {
  CROP_ASPECT_PATTERN,
  DERIVATIVE_FORMATS,
  MAX_DERIVATIVE_WIDTH_PX,
  MAX_DEVICE_PIXEL_RATIO,
  type DerivativeFormat,
} from '../records/derivative';
import { Describe } from './describe';

/** `POST /v1/artworks/:id/image-url`: the picture in any size. */
export class PictureUrlRequestDto {
  @Describe('Cut to this width : height; null: not cut.')
  @IsOptional()
  @Matches(CROP_ASPECT_PATTERN, { message: '$property must be a width : height such as 2:3' })
  aspect?: string | null;

  @Describe('Pixels of the page.')
  @IsInt()
  @Min(1)
  @Max(MAX_DERIVATIVE_WIDTH_PX)
  width: number;

  @Describe('Device pixels to a pixel of the page, 1 to 3; null: 1.')
  @IsOptional()
  @IsNumber()
  @Min(1)
  @Max(MAX_DEVICE_PIXEL_RATIO)
  dpr?: number | null;

  @Describe('null: by the `Accept` of whoever asks for the picture.')
  @IsOptional()
  @IsIn(DERIVATIVE_FORMATS)
  format?: DerivativeFormat | null;
}

import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNumber, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import {
  CROP_ASPECT_PATTERN,
  DERIVATIVE_FORMATS,
  DERIVATIVE_SIGNATURE_PATTERN,
  MAX_DERIVATIVE_WIDTH_PX,
  MAX_DEVICE_PIXEL_RATIO,
  type DerivativeFormat,
} from '../records/derivative';
import { Describe } from './describe';

/** Query of `GET /v1/artworks/{artworkId}/image`; empty: the picture as it was put. */
export class PictureQueryDto {
  @Describe('Cut to this width : height; faces, then lettering, stay whole. Unset: not cut.')
  @IsOptional()
  @Matches(CROP_ASPECT_PATTERN, { message: '$property must be a width : height such as 2:3' })
  aspect?: string;

  @Describe('Pixels of the page; unset: 1920 of the device. Never wider than the picture.')
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_DERIVATIVE_WIDTH_PX)
  width?: number;

  @Describe('Device pixels to a pixel of the page, 1 to 3; with `width` only.')
  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  @Min(1)
  @Max(MAX_DEVICE_PIXEL_RATIO)
  dpr?: number;

  @Describe('Unset: what `Accept` names, else JPEG.')
  @IsOptional()
  @IsIn(DERIVATIVE_FORMATS)
  format?: DerivativeFormat;

  @Describe('Content hash of the picture, as in the addresses answered; makes the answer cacheable for good.')
  @IsOptional()
  @IsString()
  @MaxLength(128)
  v?: string;

  @Describe('Signature by `POST …/image-url`, for widths and aspects that are not free.')
  @IsOptional()
  @Matches(DERIVATIVE_SIGNATURE_PATTERN, { message: '$property must be a signature of this service' })
  s?: string;
}

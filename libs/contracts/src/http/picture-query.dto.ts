import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import {
  CROP_ASPECT_PATTERN,
  DERIVATIVE_FORMATS,
  DERIVATIVE_SIGNATURE_PATTERN,
  type DerivativeFormat,
} from '../records/derivative';
import { Describe } from './describe';

/** Query of `GET /v1/artworks/{artworkId}/image`; empty: the picture as it was put. Numbers are text, as they come. */
export class PictureQueryDto {
  @Describe('Cut to this width : height, e.g. `2:3`; faces, then lettering, stay whole. Unset: not cut.')
  @IsOptional()
  @IsString()
  @Matches(CROP_ASPECT_PATTERN)
  aspect?: string;

  @Describe('Pixels of the page, up to 9999; unset: 1920 of the device. Never wider than the picture.')
  @IsOptional()
  @IsString()
  @Matches(/^[1-9]\d{0,3}$/)
  width?: string;

  @Describe('Device pixels to a pixel of the page, 1 to 3, e.g. `1.5`; with `width` only.')
  @IsOptional()
  @IsString()
  @Matches(/^([12](\.\d{1,3})?|3)$/)
  dpr?: string;

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
  @IsString()
  @Matches(DERIVATIVE_SIGNATURE_PATTERN)
  s?: string;
}

import { IsString } from 'class-validator';
import { Describe } from './describe';

/** Answer of `POST /v1/artworks/:id/image-url`. */
export class PictureUrlDto {
  @Describe('Signed, relative to this service; safe to cache for good.') @IsString() url: string;
}

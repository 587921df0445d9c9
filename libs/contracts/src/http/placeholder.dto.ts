import { IsOptional, IsString } from 'class-validator';
import { Describe } from './describe';

/** What to show until a picture has come. */
export class PlaceholderDto {
  @Describe('In the BlurHash encoding; null: not made yet.') @IsOptional() @IsString() blurhash:
    string | null;
  @Describe('`#rrggbb`; null: not made yet.') @IsOptional() @IsString() dominantColour: string | null;
}

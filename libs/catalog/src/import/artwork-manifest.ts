import { ArtworkFacts, IsCleanText, IsSlug, TitleDto } from '@keyart/contracts';
import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  Equals,
  IsArray,
  IsInt,
  IsOptional,
  IsUrl,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';

/** Schema name of a manifest. */
export const ARTWORK_MANIFEST_SCHEMA = 'artwork-manifest/1';

const MAX_PATH_LENGTH = 2_048;

/** An artwork as the manifest lists it: what `PUT /v1/artworks/:id` takes, its id and its picture. */
export class ManifestArtwork extends ArtworkFacts {
  @IsSlug() artworkId: string;
  /** Path relative to the manifest, or an address. */
  @IsCleanText({ minLength: 1, maxLength: MAX_PATH_LENGTH }) file: string;
  /** Of the file. With it an artwork that is stored already is passed over without a look at the file. */
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/, { message: '$property must be 64 hexadecimal digits' })
  sha256?: string | null;
  /** As displayed; checked where it is given, like the next two. */
  @IsOptional() @IsInt() @Min(1) widthPx?: number | null;
  @IsOptional() @IsInt() @Min(1) heightPx?: number | null;
  @IsOptional() @IsInt() @Min(1) sizeBytes?: number | null;
  /** For people who read the manifest. */
  @IsOptional() @IsUrl() licenceUrl?: string | null;
}

/** A title as the manifest lists it: what `PUT /v1/titles/:id` takes, its id and its artworks. */
export class ManifestTitle extends TitleDto {
  @IsSlug() titleId: string;
  @IsArray()
  @ArrayNotEmpty()
  @ValidateNested({ each: true })
  @Type(() => ManifestArtwork)
  artworks: ManifestArtwork[];
}

/** `manifest.json`: titles with their pictures. */
export class ArtworkManifest {
  @Equals(ARTWORK_MANIFEST_SCHEMA) schema: string;
  @IsArray()
  @ArrayNotEmpty()
  @ValidateNested({ each: true })
  @Type(() => ManifestTitle)
  titles: ManifestTitle[];
}

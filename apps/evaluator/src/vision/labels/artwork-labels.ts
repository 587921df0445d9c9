import { SHOT_SCALES, type PictureBox, type ShotScale } from '@keyart/contracts';
import { FACETS, type Facet } from '@keyart/features';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsPositive,
  IsString,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/** Schema name of `artwork-fixtures/labels.json`; `LABELS.md` beside it has the conventions. */
export const ARTWORK_LABELS_SCHEMA = 'artwork-labels/1';

/** How a picture was made. */
export const MEDIA = ['photograph', 'render', 'painting'] as const;

/** One of the media. */
export type Medium = (typeof MEDIA)[number];

/** What a labelled face belongs to; only `human` ones have to be found. */
export const FACE_KINDS = ['human', 'animal-or-creature', 'obscured'] as const;

/** One of the kinds. */
export type FaceKind = (typeof FACE_KINDS)[number];

const MAX_FACETS = 3;

/** A face that somebody saw, from forehead to chin and from ear to ear. */
export class LabelledFace implements PictureBox {
  @IsIn(FACE_KINDS) kind: FaceKind;
  @IsNumber() @Min(0) @Max(1) x: number;
  @IsNumber() @Min(0) @Max(1) y: number;
  @IsNumber() @IsPositive() @Max(1) width: number;
  @IsNumber() @IsPositive() @Max(1) height: number;
}

/** Whether words can be read on a picture. */
export class LabelledLettering {
  @IsBoolean() present: boolean;
  /** The title of the film is among them, in whatever language. */
  @IsBoolean() title: boolean;
  @ValidateIf((_, value) => value !== null) @IsString() @IsNotEmpty() text: string | null;
}

/** What a person sees on a picture. */
export class ArtworkLabel {
  @IsString() @IsNotEmpty() artworkId: string;
  /** Of the picture that was looked at. */
  @Matches(/^[0-9a-f]{64}$/, { message: '$property must be 64 hexadecimal digits' }) sha256: string;
  @IsIn(MEDIA) medium: Medium;
  @IsIn(SHOT_SCALES) shotScale: ShotScale;
  @IsObject() @ValidateNested() @Type(() => LabelledLettering) lettering: LabelledLettering;
  /** Any of them is right as the top facet; the first fits best. */
  @ArrayNotEmpty() @ArrayMaxSize(MAX_FACETS) @ArrayUnique() @IsIn(FACETS, { each: true }) facets: Facet[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => LabelledFace) faces: LabelledFace[];
}

/** `labels.json`: the ground truth of the fixture pictures. */
export class ArtworkLabels {
  @Equals(ARTWORK_LABELS_SCHEMA) schema: string;
  @IsArray()
  @ArrayNotEmpty()
  @ValidateNested({ each: true })
  @Type(() => ArtworkLabel)
  artworks: ArtworkLabel[];
}

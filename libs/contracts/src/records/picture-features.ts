/** A place on a picture as displayed; all four are fractions of its width or height, in [0, 1]. */
export interface PictureBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A point on a picture as displayed, fractions of width and height. */
export interface PicturePoint {
  readonly x: number;
  readonly y: number;
}

/** How well the file was made. */
export interface QualityFeatures {
  /** As displayed. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Sharpest parts against what a sharp picture of this size has, in [0, 1]. */
  readonly sharpnessFraction: number;
  /** Mean luma, in [0, 1]. */
  readonly exposureFraction: number;
  /** Share of pixels near black, near white. */
  readonly darkFraction: number;
  readonly brightFraction: number;
  /** Root-mean-square contrast of luma, in [0, 1]. */
  readonly contrastFraction: number;
  /** Standard deviation of sensor or grain noise in 8-bit levels, ≥ 0. */
  readonly noiseLevels: number;
  /** Steps at the borders of 8 × 8 blocks against steps elsewhere; 1: none to be seen, ≥ 0. */
  readonly blockinessRatio: number;
  /** File size by pixels, ≥ 0. */
  readonly bitsPerPixel: number;
}

/** A colour of the palette and the share of the picture nearest to it. */
export interface PaletteColour {
  /** `#rrggbb`. */
  readonly hex: string;
  readonly fraction: number;
}

/** What colours a picture has. */
export interface ColourFeatures {
  /** Five at most, largest share first; shares sum to 1. */
  readonly palette: readonly PaletteColour[];
  /** Hasler & Süsstrunk's M, 0 (grey) to some 110 and more (extremely colourful). */
  readonly colourfulness: number;
  /** Mean, in [0, 1]. */
  readonly saturationFraction: number;
  /** Red and yellow against blue, in [-1, 1]. */
  readonly warmth: number;
  /** Hue that most coloured pixels are near, in [0, 360); null for a picture without colour. */
  readonly dominantHueDegrees: number | null;
}

/** A face: where it is, nothing of whose it is. */
export interface FaceBox {
  readonly box: PictureBox;
  /** In [0, 1]. */
  readonly confidence: number;
}

/** Faces of a picture, largest first. */
export interface FacesFeatures {
  readonly faces: readonly FaceBox[];
  /** Share of the picture they cover, in [0, 1]. */
  readonly areaFraction: number;
  /** Height of the tallest, 0 without faces. */
  readonly tallestFraction: number;
}

/** A line of lettering. */
export interface LetteringBox {
  readonly box: PictureBox;
  /** Of its being lettering, in [0, 1]. */
  readonly confidence: number;
  /** What it says; null where nothing was read. */
  readonly text: string | null;
  /** Of the reading, in [0, 1]; null where nothing was read. */
  readonly textConfidence: number | null;
}

/** Lettering of a picture, from the top. */
export interface LetteringFeatures {
  readonly lines: readonly LetteringBox[];
  /** Share of the picture it covers, in [0, 1]. */
  readonly areaFraction: number;
}

/** How a picture is laid out. */
export interface CompositionFeatures {
  /** Centre of what draws the eye. */
  readonly saliencyCentroid: PicturePoint;
  /** From there to the nearest crossing of thirds, by the picture's diagonal, in [0, 1]. */
  readonly thirdsDistanceFraction: number;
  /** Likeness of left and right, in [0, 1]. */
  readonly symmetryFraction: number;
  /** Share of the picture where nothing happens. */
  readonly negativeSpaceFraction: number;
  /** Largest calm area that a title can stand in; null: none. */
  readonly titleArea: PictureBox | null;
}

/** How much of a person fills the picture. */
export const SHOT_SCALES = ['close-up', 'medium', 'wide', 'no-person'] as const;

/** One of the shot scales. */
export type ShotScale = (typeof SHOT_SCALES)[number];

/** A vector of a picture and what made it; compare only vectors of one model. */
export interface PictureEmbedding {
  readonly model: string;
  /** Of length 1. */
  readonly values: readonly number[];
}

/** Everything read off a picture; a group says by its version which extractor made it. */
export interface PictureFeatures {
  /** Extractor name → version, e.g. `quality` → `1`. */
  readonly versions: Readonly<Record<string, string>>;
  readonly quality: QualityFeatures;
  readonly colour: ColourFeatures;
  readonly faces: FacesFeatures;
  readonly lettering: LetteringFeatures;
  readonly composition: CompositionFeatures;
  readonly shotScale: ShotScale;
  readonly embedding: PictureEmbedding;
  /** 64 bits as 16 hexadecimal digits; near-equal pictures differ in few of them. */
  readonly perceptualHash: string;
}

/** The few numbers of a picture's features that rankers read. */
export interface PictureLook {
  readonly shotScale: ShotScale;
  readonly faceCount: number;
  /** Height of the tallest face, in [0, 1]. */
  readonly tallestFaceFraction: number;
  /** Share of the picture covered by lettering, in [0, 1]. */
  readonly letteringFraction: number;
  /** Share of pixels near black, in [0, 1]. */
  readonly darkFraction: number;
  /** In [-1, 1]. */
  readonly warmth: number;
  /** Mean, in [0, 1]. */
  readonly saturationFraction: number;
}

import { contentHash } from '@keyart/common';
import type { PictureLook } from '@keyart/contracts';
import { FACETS } from './facets';
import { facetsOfGenres, GENRE_FACETS } from './genre-facets';
import { LOOK_FEATURES } from './look-features';
import type { TasteProfile } from './taste-profile';
import { tasteVector } from './taste-vector';

/** Leanings spread by about .17 a facet; scaled to about 1. */
const TASTE_SCALE = 6;
const LOOK_SCALE = 0.5;
/** Raise when the arithmetic below changes though vocabulary, looks and scales do not. */
const ENCODING = 1;
/** Names of people count as shown where the caption has them, letter by letter. */
const FACES = 'caption-includes-name';

/** L: numbers of a picture's input that say how it looks; they follow the caption embedding. */
export const STUDENT_LOOK_COUNT = LOOK_FEATURES.length;

/** Version of everything that turns records into a student's input; a student of another version is not asked. */
export const STUDENT_INPUT_VERSION = `student-input/${contentHash(
  JSON.stringify([
    [ENCODING, FACETS, GENRE_FACETS, FACES],
    [TASTE_SCALE, LOOK_SCALE, LOOK_FEATURES.map(({ name }) => name)],
  ]),
  12,
)}`;

/** What a student sees of a viewer before a title: nothing that takes a language model to get. */
export interface StudentInput {
  /** Leanings, `[F]`. */
  readonly taste: Float32Array;
  /** Facets of the title's genres, `[F]`. */
  readonly title: Float32Array;
  /** Caption embedding and look, `[K × P]` row by row. */
  readonly pictures: Float32Array;
  /** 1: one of the viewer's people is in the caption, `[K]`. */
  readonly faces: Float32Array;
}

/** Whom and what a student is asked about. */
export interface StudentQuestion {
  readonly taste: TasteProfile;
  readonly genres: readonly string[];
  /** Of the title's pictures, `[K]`, K ≥ 1. */
  readonly captions: readonly string[];
  /** As `pictureInput` makes them, `[K][P]`. */
  readonly pictures: readonly Float64Array[];
}

/** Leanings on a scale of about 1, `[F]`; zeros for a new viewer. */
export function scaledTaste(taste: TasteProfile): Float64Array {
  return tasteVector(taste).map((leaning) => leaning * TASTE_SCALE);
}

/**
 * A picture's row of the input, `[P]`, P = D + L: its caption's embedding above the mean of the captions that the student learnt
 * from, then its look, zeros where nothing was measured.
 * @param embedding `[D]`
 * @param captionMean `[D]`
 */
export function pictureInput(
  embedding: Float32Array,
  look: PictureLook | null,
  captionMean: ArrayLike<number>,
): Float64Array {
  const row = new Float64Array(embedding.length + STUDENT_LOOK_COUNT);
  for (let d = 0; d < embedding.length; d++) row[d] = embedding[d] - captionMean[d];
  if (look !== null)
    LOOK_FEATURES.forEach(({ value }, i) => (row[embedding.length + i] = LOOK_SCALE * value(look)));
  return row;
}

/** The one builder of a student's input, for its training rows and for serving alike. */
export function studentInput({ taste, genres, captions, pictures }: StudentQuestion): StudentInput {
  const width = pictures[0].length;
  const rows = new Float32Array(pictures.length * width);
  pictures.forEach((row, k) => rows.set(row, k * width));
  const facets = facetsOfGenres(genres);
  return {
    taste: Float32Array.from(scaledTaste(taste)),
    title: Float32Array.from(FACETS, (facet) => facets[facet] ?? 0),
    pictures: rows,
    faces: Float32Array.from(captions, (caption) =>
      Number(taste.people.some((name) => caption.includes(name))),
    ),
  };
}

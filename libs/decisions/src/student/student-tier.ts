import { messageOf, type Logger } from '@keyart/common';
import { pictureInput, studentInput, type ArtworkDescriptor, type TasteProfile } from '@keyart/features';
import type { StudentCalibration, StudentScores } from '@keyart/ranking';
import type { CaptionVectors } from './caption-vectors';
import type { Student } from './student';

/** What the tier answers with. */
export interface StudentTierParts {
  readonly student: Pick<Student, 'card' | 'calibration' | 'score'>;
  readonly vectors: Pick<CaptionVectors, 'of'>;
  readonly logger: Logger;
}

/** A title before a viewer. */
export interface StudentTierQuestion {
  readonly taste: TasteProfile;
  readonly genres: readonly string[];
  /** Pictures to score, `[K]`, K ≥ 1. */
  readonly artworks: readonly ArtworkDescriptor[];
}

/** Why the student has no scores. */
export type StudentFailure =
  /** A picture's caption has no embedding (yet). */
  | 'caption-not-embedded'
  /** The graph failed; the log says how. */
  | 'student-failed';

/** The student over the embeddings there are. Pictures are laid out once for each descriptor object. */
export class StudentTier {
  private readonly rows = new WeakMap<ArtworkDescriptor, Float64Array>();

  constructor(private readonly parts: StudentTierParts) {}

  /** Which student, and how its scores are read. */
  get calibration(): StudentCalibration {
    return this.parts.student.calibration;
  }

  /** Scores of all the pictures, or why there are none: a title is never scored in part. */
  async scoresOf({ taste, genres, artworks }: StudentTierQuestion): Promise<StudentScores | StudentFailure> {
    const pictures = artworks.map((artwork) => this.rowOf(artwork));
    if (!pictures.every((row) => row !== null)) return 'caption-not-embedded';
    const captions = artworks.map(({ caption }) => caption);
    try {
      const values = await this.parts.student.score(studentInput({ taste, genres, captions, pictures }));
      const artworkIds = artworks.map(({ artworkId }) => artworkId);
      return { modelVersion: this.calibration.version, artworkIds, values: Array.from(values) };
    } catch (error) {
      this.parts.logger.warn({ reason: messageOf(error) }, 'the student failed');
      return 'student-failed';
    }
  }

  private rowOf(artwork: ArtworkDescriptor): Float64Array | null {
    const known = this.rows.get(artwork);
    if (known) return known;
    const vector = this.parts.vectors.of(artwork.caption);
    if (vector === null) return null;
    const row = pictureInput(vector, artwork.look, this.parts.student.card.captionMean);
    this.rows.set(artwork, row);
    return row;
  }
}

import type { Formulation } from '@keyart/contracts';
import type { ArtworkDescriptor, ViewerContext } from '@keyart/features';

/** The picture a viewer saw last for this title under this policy. */
export interface ShownBefore {
  readonly artworkId: string;
  readonly shownAtMs: number;
  /** Locked by a play or list-add until then; null: not locked. */
  readonly lockedUntilMs: number | null;
}

/** LLM scores of a title's candidates for one viewer, precomputed or inline; uncalibrated. */
export interface LabelScores {
  readonly modelVersion: string;
  readonly formulation: Formulation;
  /** In the order the model saw the options, `[K]`. */
  readonly artworkIds: readonly string[];
  /** Letter log-probabilities (choice) or yes-over-no log-odds (pointwise), `[K]`. */
  readonly values: readonly number[];
  /** In [0, 1]. */
  readonly labelMass: number;
  readonly missingLabelCount: number;
}

/** A student's scores of a title's candidates for one viewer; uncalibrated, on the scale of its teacher's `LabelScores.values`. */
export interface StudentScores {
  readonly modelVersion: string;
  /** `[K]` */
  readonly artworkIds: readonly string[];
  /** `[K]` */
  readonly values: readonly number[];
}

/** Everything a policy may look at; equal contexts give equal distributions. */
export interface DecisionContext {
  readonly viewer: ViewerContext;
  readonly titleId: string;
  /** Where the viewer is, as in `Surface.region`. */
  readonly region: string;
  readonly nowMs: number;
  readonly shownBefore: ShownBefore | null;
  readonly labelScores: LabelScores | null;
  /** null: the student was not asked, or could not answer for all candidates. */
  readonly studentScores: StudentScores | null;
  /** The artwork the viewer wants for this title for good; null: none. */
  readonly pinnedArtworkId: string | null;
  /** Pictures of other titles that already stand next to this place of the page, in any order. */
  readonly neighbours: readonly ArtworkDescriptor[];
}

/** How label scores are read: option letters in one prompt, or yes/no after each candidate. */
export const FORMULATIONS = ['choice', 'pointwise'] as const;

/** One of the formulations. */
export type Formulation = (typeof FORMULATIONS)[number];

/** Precomputed LLM scores of one title's candidates for one member. */
export interface ArtworkScoreRecord {
  readonly memberId: string;
  readonly titleId: string;
  /** Hash of the candidate ids and caption versions that were scored. */
  readonly candidateSetHash: string;
  readonly modelVersion: string;
  /** Name and hash of the prompt template. */
  readonly templateVersion: string;
  readonly profileVersion: string;
  readonly formulation: Formulation;
  /** Scored artworks in the order the model saw them, `[K]`. */
  readonly artworkIds: readonly string[];
  /** `[K]`: log-probabilities of the letters (choice) or log-odds of yes over no (pointwise), uncalibrated. */
  readonly values: readonly number[];
  /** Share of next-token probability on the labels, in [0, 1]; the smallest over the prompts. */
  readonly labelMass: number;
  readonly missingLabelCount: number;
  readonly scoredAt: Date;
}

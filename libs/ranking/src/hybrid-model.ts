/** Whose log-probabilities a hybrid adds to the bandit's scores. */
export const HYBRID_PARTS = ['llm', 'student'] as const;

/** One of them. */
export type HybridPartName = (typeof HYBRID_PARTS)[number];

/** What scores above a title's mean are worth, in reward. */
export interface HybridWeights {
  /** Of the bandit's score, reward per reward; about 1 where it says what it means. */
  readonly bandit: number;
  /** Of the log-probability, reward per nat. */
  readonly model: number;
}

/** Weights for one model's log-probabilities. */
export interface HybridPart {
  /** Model version of the scores, and the T they were read with; others have another scale and are not added. */
  readonly modelVersion: string;
  readonly temperature: number;
  /** Titles the bandit knows from the log. */
  readonly warm: HybridWeights;
  /** Titles it knows by content alone. */
  readonly cold: HybridWeights;
  /** Decisions they were learnt from. */
  readonly rowCount: number;
}

/** The bandit with log-probabilities as further features, fitted by libs/learning; null: nothing was learnt of that model. */
export interface HybridModel extends Readonly<Record<HybridPartName, HybridPart | null>> {
  /** Content hash. */
  readonly version: string;
  /** Of the bandit that the weights were learnt beside. */
  readonly featureVersion: string;
}

/** Schema of the rows and their manifest. */
export const TRAINING_ROWS_SCHEMA = 'training-rows/1';

/** The stage of training that rows of a log belong to: choosing, after seeing, matching and behaviour. */
export const LOG_STAGE = 'choice';

/** Rows of `training-rows/1` without their weight, which is known once all are. */
export type RowFields =
  | PointwiseSoftmaxFields
  | ChoiceSoftmaxFields
  | CompletionFields
  | PreferenceFields
  | ManyPreferenceFields
  | JudgedFields;

/** Label softmax, pointwise: the prompt of candidate k is `prefix + branches[k]`. */
export interface PointwiseSoftmaxFields {
  readonly id: string;
  readonly stage: typeof LOG_STAGE;
  readonly formulation: 'pointwise';
  readonly prefix: string;
  /** `[K]`. */
  readonly branches: readonly string[];
  readonly labels: readonly string[];
  /** `[K]`, sums to 1. */
  readonly target: readonly number[];
}

/** Label softmax, choice: options without letters. */
export interface ChoiceSoftmaxFields {
  readonly id: string;
  readonly stage: typeof LOG_STAGE;
  readonly formulation: 'choice';
  readonly prefix: string;
  /** `[K]`. */
  readonly options: readonly string[];
  readonly suffix: string;
  /** `[K]`. */
  readonly labels: readonly string[];
  /** `[K]`, sums to 1. */
  readonly target: readonly number[];
}

/** SFT. */
export interface CompletionFields {
  readonly prompt: string;
  readonly completion: string;
}

/** DPO. */
export interface PreferenceFields {
  readonly prompt: string;
  readonly chosen: string;
  readonly rejected: string;
}

/** S-DPO. */
export interface ManyPreferenceFields {
  readonly prompt: string;
  readonly chosen: string;
  readonly rejected: readonly string[];
}

/** KTO. */
export interface JudgedFields {
  readonly prompt: string;
  readonly completion: string;
  readonly label: boolean;
}

/** What a row tells: a take, an impression that was not taken, or that one picture won against another. */
export const EVIDENCE_KINDS = ['shown-engaged', 'shown-not-engaged', 'won-against-shown'] as const;

/** One of the kinds. */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** A row and what the report counts of it. */
export interface DraftRow {
  readonly fields: RowFields;
  /** Above 0, not yet divided by the mean. */
  readonly weight: number;
  readonly isClipped: boolean;
  readonly evidence: EvidenceKind;
  /** Where the picture stands that the row is about, among how many; null: pictures have no places in the row. */
  readonly slot: { readonly place: number; readonly count: number } | null;
  /** What the model shall say or not; null: no single label. */
  readonly label: string | null;
  /** About, of the longest sequence a trainer makes of it. */
  readonly tokenCount: number;
}

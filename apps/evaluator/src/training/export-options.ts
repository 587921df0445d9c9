import type { RowSettings } from '@keyart/training-export';

/** From when on training members' decisions are left out. */
export type TrainingCut =
  | { readonly kind: 'at'; readonly at: Date }
  /** The latest decisions, such a share of all, in [0, 1); 0: none. */
  | { readonly kind: 'time-share'; readonly share: number };

/** What is exported, and how. */
export interface TrainingExportOptions {
  /** The log. */
  readonly file: string;
  /** The context folder. */
  readonly context: string;
  readonly out: string;
  readonly settings: RowSettings;
  readonly cut: TrainingCut;
  /** Share of the members for validation where the context marks none, in (0, 1). */
  readonly validationShare: number;
  /** Manifest of a holdout that must not be seen. */
  readonly holdout?: string;
  /** A teacher's rationales. */
  readonly rationales?: string;
  readonly map?: string;
  readonly quarantine?: string;
  /** Told in the manifest. */
  readonly version: string;
  readonly command: string;
  readonly now: Date;
  /** Fraction done, in [0, 1], and what is being done. */
  readonly onProgress?: (fraction: number, doing: string) => void;
}

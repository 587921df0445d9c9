/** What is looked for at one prompt's end. */
export interface WantedLabels {
  /** `[L]` */
  readonly labels: readonly string[];
  /** `[L]` token ids. */
  readonly ids: readonly number[];
}

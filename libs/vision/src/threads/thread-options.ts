/** What a thread is started with. */
export interface ThreadOptions {
  /** Path of a CLIP-like encoder; undefined: the default embedding. */
  readonly imageEncoder?: string;
}

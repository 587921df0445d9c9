/** Texts as vectors: texts of like meaning have a high dot product. */
export interface TextEmbedder {
  /** Name and content of the model; compare only vectors of one model. */
  readonly model: string;
  /** Length D of a vector. */
  readonly dimensionCount: number;
  /** `[N][D]`, aligned with the texts, each of length 1. Deterministic, and the same for a text alone or among others to 1e-3. */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
}

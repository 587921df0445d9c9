/** Longest side of the copy that colours, layout and likeness are read from: one scaling serves them all. */
export const ANALYSIS_SIZE_PX = 128;

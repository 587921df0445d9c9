/** Names how merged weights are kept; another way moves probabilities, so it is part of model versions and file names. */
export const MERGE_VERSION = 'q8';

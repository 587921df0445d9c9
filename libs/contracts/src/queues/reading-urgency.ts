/** How soon a picture is read: before all others for a title that is about to be released, after all for imports and rereading. */
export const READING_URGENCIES = ['release', 'usual', 'bulk'] as const;

/** One of the urgencies. */
export type ReadingUrgency = (typeof READING_URGENCIES)[number];

/** Who waits for a call: a page that is being answered, or nobody yet. Earlier ones are served first. */
export const CALL_PRIORITIES = ['inline', 'precompute'] as const;

/** One of the priorities. */
export type CallPriority = (typeof CALL_PRIORITIES)[number];

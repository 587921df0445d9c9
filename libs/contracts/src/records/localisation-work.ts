/** What can be done to bring a title to people; `artwork`: pictures lettered in their language. */
export const WORK_KINDS = ['subtitle', 'dub', 'campaign', 'artwork'] as const;

/** One of the kinds. */
export type WorkKind = (typeof WORK_KINDS)[number];

/** Why a piece of work is not in a plan. */
export const LEFT_OUT_REASONS = ['adds-nothing', 'costs-more-than-it-brings', 'over-budget'] as const;

/** One of the reasons. */
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

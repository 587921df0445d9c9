/** When a trained bandit goes into service: once it held its own in the shadow, or at once. */
export const PROMOTIONS = ['after-shadow', 'now'] as const;

/** One of the moments. */
export type Promotion = (typeof PROMOTIONS)[number];

/** What is taken from each reward before training: nothing, or what the title earns whatever its picture. */
export const REWARD_BASELINES = ['none', 'title'] as const;

/** One of the baselines. */
export type RewardBaseline = (typeof REWARD_BASELINES)[number];

/** What title intelligence tells the choice of pictures, each to be switched on and off by itself. */
export const INSIGHTS = ['similarity', 'micro-genre', 'scene', 'region'] as const;

/**
 * One of them. `similarity`: what did well on similar titles; `micro-genre`: on titles of its micro-genres; `scene`: how the scene a
 * frame was taken from holds viewers; `region`: what does well where the viewer is.
 */
export type Insight = (typeof INSIGHTS)[number];

/** Insights that say the same of a picture wherever it is shown. */
export type TitleInsight = Exclude<Insight, 'region'>;

import { TONE_FAMILY_NAMES, type ToneFamily } from './tone-families';

/** The tone families as features, like `tone:comfort`: share of what was felt, in [0, 1]. */
const TONE_FEATURES = TONE_FAMILY_NAMES.map((family) => `tone:${family}` as const);

/** What a viewer is described by. */
export const VIEWER_FEATURES = [
  /** Mean, in [−1, 1]. */
  'polarity',
  /** Standard deviation of the polarity between titles, ≥ 0. */
  'polarity-deviation',
  /** How strongly opinions are said, in [0, 1]. */
  'intensity',
  /** How much less than others this viewer likes the same titles: others' mean polarity less the own, in [−2, 2]. */
  'criticism',
  /** How far titles are watched, in [0, 1]. */
  'completion',
  /** Chance that two of the viewer's titles are of different genres, in [0, 1]. */
  'genre-entropy',
  ...TONE_FEATURES,
] as const;

/** One of them. */
export type ViewerFeature =
  Exclude<(typeof VIEWER_FEATURES)[number], `tone:${string}`> | `tone:${ToneFamily}`;

/** Place of each feature in a vector. */
export const FEATURE_INDEX = Object.fromEntries(VIEWER_FEATURES.map((name, i) => [name, i])) as Readonly<
  Record<ViewerFeature, number>
>;

import type { InsightKnobs } from '../insights/insight-knobs';

/** The knobs of the true choice model and of what is built around it; all of them made up, none read from data. */
export interface WorldKnobs {
  /** w ≥ 0: how much a viewer's own taste counts. 0: pictures please all viewers alike. */
  readonly tasteWeight: number;
  /** u ≥ 0: how much a picture's quality counts, whoever looks. */
  readonly qualityWeight: number;
  /** m ≥ 0: what a picture that promises what the film has not costs in quality plays. */
  readonly misleadingWeight: number;
  /** Share of takes that have nothing to do with title or picture, in [0, 1). */
  readonly noiseFraction: number;
  /** Share of pictures whose caption describes another facet, in [0, 1]. */
  readonly wrongCaptionFraction: number;
  /** How far what pleases everybody moves over the log's time, in logits. */
  readonly drift: number;
  /** Fewest and most pictures of a title, each in [2, 40]. */
  readonly candidateCounts: readonly [number, number];
  /** What there is for title intelligence to find; absent: nothing. */
  readonly insights?: InsightKnobs;
}

/** The world the tables are made in. */
export const DEFAULT_KNOBS: WorldKnobs = {
  tasteWeight: 1,
  qualityWeight: 0.15,
  misleadingWeight: 0.4,
  noiseFraction: 0.02,
  wrongCaptionFraction: 0.03,
  drift: 0,
  candidateCounts: [2, 40],
};

/** Null world: no picture is better than another, so no ranker may show a gain. */
export const NULL_KNOBS: WorldKnobs = {
  ...DEFAULT_KNOBS,
  tasteWeight: 0,
  qualityWeight: 0,
  misleadingWeight: 0,
};

/** Second control: pictures differ, viewers do not, so no ranker may show a personal gain. */
export const IMPERSONAL_KNOBS: WorldKnobs = { ...DEFAULT_KNOBS, tasteWeight: 0 };

import type { WarningCode } from '@keyart/evaluation';

/** What a warning means and what to do about it, in a sentence or two each; at length in `docs/evaluation/warnings`. */
export interface WarningAdvice {
  readonly meaning: string;
  readonly action: string;
}

/** Of every code. */
export const WARNING_ADVICE: Readonly<Record<WarningCode, WarningAdvice>> = {
  BROKEN_PROPENSITY: {
    meaning:
      'With true propensities the mean weight is 1 but for chance. Here it is not, so no weighted number holds.',
    action:
      'Compare logged propensities with the code that drew the action, and check that both files come from the same decisions.',
  },
  POOR_SUPPORT: {
    meaning: 'The target would show artworks that the log never could. Nothing was seen of what they earn.',
    action: 'Log with exploration over all candidates, or judge a target that keeps to what was eligible.',
  },
  LOW_ESS: {
    meaning: 'Few decisions carry nearly all weight: the log is far from what the target would do.',
    action: 'Take more decisions from the uniform slice, a longer period, or a target nearer to production.',
  },
  EXTREME_WEIGHT: {
    meaning: 'A single decision moves the estimate visibly. Another week’s log would say something else.',
    action: 'Raise the exploration floor, or read clipped estimates knowing that they are biased.',
  },
  HIGH_PARETO_K: {
    meaning: 'The weights have so heavy a tail that their variance may not exist: intervals are too narrow.',
    action: 'Do not wait for more rows of this kind. Explore more, or bring the target nearer to production.',
  },
  FEW_REWARDS: {
    meaning: 'Too few rewarded decisions have weight under the target; a handful decides the estimate.',
    action: 'Take a longer period, or a reward that happens more often, agreed on before looking.',
  },
  ESTIMATORS_DISAGREE: {
    meaning: 'SNIPS and DR should estimate the same. They differ by more than chance allows.',
    action:
      'Look for wrong propensities, joined rows that do not belong together, or predictions fitted on this log.',
  },
  BIASED_REPLAY: {
    meaning: 'Replay is right under uniform logging only. Here it favours what production liked to show.',
    action: 'Do not quote replay. SNIPS and DR are corrected for the log’s preferences.',
  },
  DRIFT: {
    meaning: 'The target’s value changed within the log: the mean over all of it may describe neither half.',
    action: 'Look at the cumulative estimate, find what changed, and evaluate each period apart.',
  },
  UNDERPOWERED: {
    meaning: 'A lift of the size that matters could be there and this log would most likely not show it.',
    action: 'Collect the decisions named in the power statement before reading “no difference”.',
  },
};

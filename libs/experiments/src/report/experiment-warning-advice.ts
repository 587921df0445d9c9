import type { WarningAdvice } from '@keyart/decision-log';
import type { ExperimentWarningCode } from '../analysis/experiment-warning';

/** What a warning of a test means and what to do about it; at length in `docs/evaluation/warnings`. */
export const EXPERIMENT_WARNING_ADVICE: Readonly<Record<ExperimentWarningCode, WarningAdvice>> = {
  SAMPLE_RATIO_MISMATCH: {
    meaning:
      'Members are missing from an arm, or counted in it too often, and those are rarely like the others. Every effect may be theirs.',
    action:
      'Compare assignments with exposures by day, device and version; look at redirects, crashes, bot filters and late logging. Mend, start again.',
  },
  LEAKED_TRAFFIC: {
    meaning: 'Someone met an arm that should have had nobody: assignment or logging is not what was planned.',
    action:
      'Find what serves that arm: an override, a test account, a cached page. Or give the weight it really has.',
  },
  MULTIPLE_EXPOSURE: {
    meaning:
      'These members saw several arms and belong to none. Without them the rest is a selection: who comes often is missing.',
    action:
      'Assign by a stable id on all devices, and by one salt for the whole test. Then start again with new members.',
  },
  EFFECT_CHANGES: {
    meaning:
      'The effect is not the same on all days: curiosity that fades, or habits that take time to form.',
    action:
      'Look at the picture by day. Run longer, and read the late days for what will stay; the mean describes neither.',
  },
};

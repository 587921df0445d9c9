import type { Html } from '@keyart/common';
import { warningCards } from '@keyart/decision-log';
import { forbidsWinner, type ExperimentWarning } from '../analysis/experiment-warning';
import { EXPERIMENT_WARNING_ADVICE } from './experiment-warning-advice';

/** What stands against a test. */
export function experimentWarningsView(warnings: readonly ExperimentWarning[]): Html {
  const cards = warnings.map(({ code, detail }) => {
    const forbids = forbidsWinner(code) ? 'forbids a winner' : null;
    return { code, detail, forbids, advice: EXPERIMENT_WARNING_ADVICE[code] };
  });
  return warningCards(cards, 'None: nothing that these data let us check speaks against the effects.');
}

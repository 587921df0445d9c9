import type { Html } from '@keyart/common';
import { forbidsVerdict, type EvaluationWarning } from '@keyart/evaluation';
import { WARNING_ADVICE } from './warning-advice';
import { warningCards } from './warning-cards.view';

/** What stands against an evaluation. */
export function warningsView(warnings: readonly EvaluationWarning[]): Html {
  const cards = warnings.map(({ code, detail }) => {
    const forbids = forbidsVerdict(code) ? 'forbids a verdict' : null;
    return { code, detail, forbids, advice: WARNING_ADVICE[code] };
  });
  return warningCards(cards, 'None: weights, support, rewards and calibration are within their limits.');
}

import { fitClickbaitGuard } from '@keyart/learning';
import type { ClickbaitGuardModel } from '@keyart/ranking';
import type { LoggedOutcome } from './training-set';

/** A month of viewers judges an artwork; what it did before is forgiven. */
const GUARD_WINDOW_MS = 30 * 24 * 3_600_000;

/** The clickbait guard over the last month of the log. @param outcomes by time of decision */
export function recentGuard(outcomes: readonly LoggedOutcome[]): ClickbaitGuardModel {
  const last = outcomes.at(-1)?.decidedAt.getTime() ?? 0;
  return fitClickbaitGuard(outcomes.filter(({ decidedAt }) => last - decidedAt.getTime() < GUARD_WINDOW_MS));
}

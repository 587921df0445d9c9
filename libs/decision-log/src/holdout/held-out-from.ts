import type { Analysis } from '../analysis';
import { DecisionLogError } from '../errors';
import type { HoldoutPeriod } from './holdout-options';

const DAY_MS = 86_400_000;

/** First moment that is held out, whole milliseconds, from all rows of the table `log`. @throws DecisionLogError outside the log's time */
export async function heldOutFrom(analysis: Analysis, period: HoldoutPeriod): Promise<Date> {
  const share = period.kind === 'time-share' ? period.share : 0;
  const { first, last, place } = await analysis.row<Record<'first' | 'last' | 'place', number>>(
    `SELECT epoch_ms(min(moment))::DOUBLE AS first, epoch_ms(max(moment))::DOUBLE AS last, epoch_ms(quantile_disc(moment, ${1 - share}))::DOUBLE AS place FROM log`,
  );
  if (period.kind === 'time-share') return new Date(place);
  const from = period.kind === 'from' ? period.from.getTime() : last - period.dayCount * DAY_MS;
  if (from <= last) return new Date(from);
  throw new DecisionLogError(
    'EMPTY_HOLDOUT',
    `--from ${new Date(from).toISOString()}: the log ends before, it goes from ${new Date(first).toISOString()} to ${new Date(last).toISOString()}`,
  );
}

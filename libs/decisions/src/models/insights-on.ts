import type { Configuration } from '@keyart/common';
import type { Insight } from '@keyart/contracts';

/** The insights that the configuration leaves on. */
export function insightsOn({ INSIGHTS }: Pick<Configuration, 'INSIGHTS'>): readonly Insight[] {
  return INSIGHTS.includes('none') ? [] : INSIGHTS.filter((insight) => insight !== 'none');
}

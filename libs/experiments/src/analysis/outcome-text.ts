import type { ComparisonResult } from '@keyart/evaluation';

/** What stands where an outcome would, beside a warning that forbids reading any. */
export const NOT_TO_BE_READ = 'not to be read';

/** What came of a comparison, in words. @param isBlocked nothing may be read: a guardrail is not judged either */
export function outcomeText({ verdict, guardrail }: ComparisonResult, isBlocked: boolean): string {
  if (isBlocked) return NOT_TO_BE_READ;
  return guardrail ? `guardrail ${guardrail.state}` : verdict;
}

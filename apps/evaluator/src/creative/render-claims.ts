import { LEAST_REVIEWS_OF_TITLE, type ClaimGroup, type ClaimResult } from '@keyart/creative';
import { countText, intervalText, percentText, pValueText } from '@keyart/decision-log';

function digits(value: number | null): string {
  return value === null ? '–' : value.toFixed(3).replace('-', '−');
}

function groupText(side: string, { genres, titleCount, reviewCount, mean }: ClaimGroup): string {
  return `  ${side}  ${genres.join(', ')}: ${digits(mean)} over ${countText(titleCount)} titles (${countText(reviewCount)} reviews)`;
}

function comparisonLines({ comparison, test }: ClaimResult): string[] {
  if (comparison === null) return [];
  const { effect, interval, bootstrapInterval, adjustedPValue, withoutLargest } = comparison;
  const range = (ends: readonly [number, number]): string => intervalText(ends, (end) => digits(end));
  const { titleName, reviewShare } = withoutLargest;
  return [
    `  A less B  ${effectSigned(effect)}, 95% ${range(interval)}, bootstrap ${range(bootstrapInterval)}, p (BH) ${pValueText(adjustedPValue)}; ${test}`,
    `  would have been seen: ${digits(comparison.minimumDetectableEffect)} (matters: ${digits(comparison.smallestEffect)})`,
    `  without ${titleName} (${percentText(reviewShare)} of the reviews): ${effectSigned(withoutLargest.effect)}, ${range(withoutLargest.interval)}: ${withoutLargest.agrees ? 'the same' : 'NOT the same'}`,
  ];
}

function effectSigned(value: number): string {
  return value > 0 ? `+${digits(value)}` : digits(value);
}

function claimText(result: ClaimResult): string {
  const { claim, verdict, reason, groupA, groupB, titlesOfBothCount, thinTitleCount } = result;
  return [
    `${verdict.toUpperCase()}: ${claim.statement}`,
    `  ${claim.measure}, ${claim.direction} in A. ${reason}`,
    ...[groupText('A', groupA), groupText('B', groupB)],
    ...comparisonLines(result),
    `  not compared, titles of both groups: ${countText(titlesOfBothCount)}; with fewer than ${LEAST_REVIEWS_OF_TITLE} reviews: ${countText(thinTitleCount)}`,
  ].join('\n');
}

/** Claims with verdicts, reasons and figures. */
export function renderClaims(results: readonly ClaimResult[]): string {
  return [...results.map(claimText), 'Associational: genres are not drawn by lot.'].join('\n\n');
}

import type { Claim } from './claim';
import type { ClaimComparison, ClaimResult } from './claim-result';
import { LEAST_TITLES_OF_GROUP, sideOf, type ComparedGroups } from './compare-groups';

type Judged = Pick<ClaimResult, 'verdict' | 'reason'>;

const LEVEL = 0.05;

/** What may be said of a claim, and why. */
export function verdictOfClaim(
  { direction }: Claim,
  { groupA, groupB }: Pick<ComparedGroups, 'groupA' | 'groupB'>,
  comparison: ClaimComparison | null,
): Judged {
  if (comparison === null) {
    const few = `${groupA.titleCount} and ${groupB.titleCount} titles have enough reviews`;
    return tooLittle(`${few}; each side needs ${LEAST_TITLES_OF_GROUP}, not all alike.`);
  }
  const claimed = direction === 'higher' ? 1 : -1;
  const shown = shownSide(comparison);
  if (shown === claimed)
    return { verdict: 'supported', reason: 'Both tests, with and without the largest title, say so.' };
  if (shown === -claimed) return notSupported('The opposite is shown.');
  if (hangsOnOne(comparison))
    return notSupported(`It hangs on one title, ${comparison.withoutLargest.titleName}.`);
  const { minimumDetectableEffect, smallestEffect } = comparison;
  const none =
    sideOf(comparison.interval) === 0
      ? 'No difference is shown'
      : 'Corrected over all claims, no difference is shown';
  if (minimumDetectableEffect <= smallestEffect)
    return notSupported(`${none}, and one that matters would most likely have been.`);
  return tooLittle(`${none}, but one that matters may have been missed.`);
}

/** The side of 0 that both tests, with and without the largest title, agree on; 0: none. */
function shownSide(comparison: ClaimComparison): number {
  const { interval, bootstrapInterval, withoutLargest, adjustedPValue } = comparison;
  const side = sideOf(interval);
  const agree = side === sideOf(bootstrapInterval) && side === sideOf(withoutLargest.interval);
  return agree && adjustedPValue <= LEVEL ? side : 0;
}

function hangsOnOne({ interval, withoutLargest }: ClaimComparison): boolean {
  return sideOf(interval) !== 0 && !withoutLargest.agrees;
}

function notSupported(reason: string): Judged {
  return { verdict: 'not supported', reason };
}

function tooLittle(reason: string): Judged {
  return { verdict: 'too little data', reason };
}

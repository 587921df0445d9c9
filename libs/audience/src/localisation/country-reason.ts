import type { Amount } from './amount';
import { followingShareOf } from './campaign-candidates';
import type { Candidate } from './candidate';
import type { ServingFacts } from './cells';
import { homeShare, reachablePeople, understoodShare } from './market';
import { probabilityOf, type PlanPart } from './plan-parts';
import { trackKey } from './track';
import { isTrackWork, type CountryReason } from './work-item';

/** Where a gain is made. */
interface ReasonPlace {
  readonly part: PlanPart;
  readonly facts: ServingFacts;
}

/** What makes the gain of work in a country. */
export function countryReasonOf(
  { kind, language }: Candidate,
  viewers: Amount,
  { part, facts }: ReasonPlace,
): CountryReason {
  const { audience, market } = part;
  const usable = facts.existing.filter((track) => servedShare(part, track.language) > 0);
  return {
    country: market.country,
    probability: probabilityOf(audience),
    marketSize: reachablePeople(market),
    languageShare: language === null ? followingShareOf(part, facts) : servedShare(part, language),
    modePreference: isTrackWork(kind) ? market.modes[kind] : null,
    existing: usable.map(trackKey).sort(),
    viewers,
  };
}

/** Of those who can use it, at home or as another language. */
function servedShare({ market }: PlanPart, language: string): number {
  return Math.max(homeShare(market, language), understoodShare(market, language));
}

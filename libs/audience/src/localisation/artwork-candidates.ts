import { scaleAmount } from './amount';
import type { Candidate, CandidateWorld, Target } from './candidate';
import type { ServingFacts } from './cells';
import { followingShare } from './following';
import { homeShare } from './market';
import type { PlanPart } from './plan-parts';

/**
 * Pictures lettered in each language that no picture is fit for; none where one carries no lettering, for that serves everybody, and none
 * where no pictures are known. Pictures lettered in another language are not shown at all, see `ineligibleReasons`.
 * @param locales language of the lettering of each picture; null: none
 */
export function artworkCandidates(
  parts: readonly PlanPart[],
  facts: ServingFacts,
  locales: readonly (string | null)[],
): CandidateWorld {
  if (locales.length === 0 || locales.includes(null)) return { targets: [], candidates: [] };
  const fit = new Set(locales.map((locale) => locale?.split('-')[0].toLowerCase()));
  const targets: Target[] = [];
  const candidates = homeLanguages(parts)
    .filter((language) => !fit.has(language))
    .map((language): Candidate => {
      const reaches = parts
        .filter(({ market }) => homeShare(market, language) > 0)
        .map((part) => ({ target: targets.push(targetOf(part, language, facts)) - 1, level: 1 }));
      return { kind: 'artwork', language, country: null, cost: facts.assumptions.artworkCost, reaches };
    });
  return { targets, candidates };
}

function homeLanguages(parts: readonly PlanPart[]): string[] {
  const home = parts.flatMap(({ market }) => market.languages.filter(({ role }) => role === 'home'));
  return [...new Set(home.map(({ language }) => language))].sort();
}

function targetOf(part: PlanPart, language: string, facts: ServingFacts): Target {
  const share = followingShare(part, language, facts) * facts.assumptions.artworkGainFraction;
  return { country: part.market.country, weight: scaleAmount(part.watching, share), level: 0 };
}

import type { Candidate, CandidateWorld } from './candidate';
import { cellsOf, levelWith, type ServingFacts } from './cells';
import type { PlanPart } from './plan-parts';
import { TRACK_KINDS, trackKey, type Track } from './track';
import type { TrackCosts } from './plan-question';

/** What tracks cost. */
export interface TrackTerms {
  readonly costs: TrackCosts;
  readonly runtimeMinutes: number;
}

/** Every track in a language at home somewhere that does not exist and has a price, and the people it could serve. */
export function trackCandidates(
  parts: readonly PlanPart[],
  facts: ServingFacts,
  { costs, runtimeMinutes }: TrackTerms,
): CandidateWorld {
  const targets = parts.flatMap((part) => cellsOf(part, facts).map((cell) => ({ ...cell, part })));
  const exists = new Set(facts.existing.map(trackKey));
  const candidates = languagesAtHome(parts, facts)
    .flatMap((language) => TRACK_KINDS.map((kind): Track => ({ kind, language })))
    .filter((track) => !exists.has(trackKey(track)) && costs.has(trackKey(track)))
    .map((track): Candidate => {
      const reaches = targets.flatMap((cell, target) => {
        const level = levelWith(track, cell, facts.assumptions);
        return level > 0 ? [{ target, level }] : [];
      });
      const cost = (costs.get(trackKey(track)) ?? 0) * runtimeMinutes;
      return { ...track, country: null, cost, reaches };
    });
  return { targets, candidates };
}

/** Languages at home in some country, without that of the title; ascending. */
export function languagesAtHome(
  parts: readonly PlanPart[],
  { originalLanguage }: Pick<ServingFacts, 'originalLanguage'>,
): string[] {
  const home = parts.flatMap(({ market }) => market.languages.filter(({ role }) => role === 'home'));
  return [...new Set(home.map(({ language }) => language))].filter((one) => one !== originalLanguage).sort();
}

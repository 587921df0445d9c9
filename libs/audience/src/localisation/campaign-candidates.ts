import type { Amount } from './amount';
import type { Candidate, CandidateWorld, Target } from './candidate';
import type { ServingFacts } from './cells';
import { followingShare } from './following';
import { reachablePeople } from './market';
import { probabilityOf, type PlanPart } from './plan-parts';

/**
 * A campaign in each country: it adds to the log odds that the title finds its audience there, so that it brings most where that is
 * open, little where it is certain or hopeless. Counted are the people who can follow the title as it stands: what a track of
 * the same plan adds is in its `followUp`.
 */
export function campaignCandidates(parts: readonly PlanPart[], facts: ServingFacts): CandidateWorld {
  const { campaignFixedCost, campaignCostPerThousand } = facts.assumptions;
  const targets = parts.map((part) => targetOf(part, facts));
  const candidates = parts.map(({ market }, target): Candidate => ({
    ...{ kind: 'campaign', language: null, country: market.country },
    cost: campaignFixedCost + (campaignCostPerThousand * reachablePeople(market)) / 1000,
    reaches: [{ target, level: 1 }],
  }));
  return { targets, candidates };
}

/** Share of a country's people, in [0, 1], that can follow the title as it stands. */
export function followingShareOf(part: PlanPart, facts: ServingFacts): number {
  const home = part.market.languages.filter(({ role }) => role === 'home');
  return home.reduce((sum, { language }) => sum + followingShare(part, language, facts), 0);
}

function targetOf(part: PlanPart, facts: ServingFacts): Target {
  const { watchFraction, campaignLogOddsShift } = facts.assumptions;
  const people = reachablePeople(part.market) * watchFraction * followingShareOf(part, facts);
  const { value, low, high } = lift(probabilityOf(part.audience), campaignLogOddsShift);
  const weight = { value: value * people, low: low * people, high: high * people };
  return { country: part.market.country, weight, level: 0 };
}

/** What a probability rises by; its interval is that over all probabilities of the interval given. */
function lift({ value, low, high }: Amount, shift: number): Amount {
  const rise = (p: number): number => (p <= 0 || p >= 1 ? 0 : 1 / (1 + Math.exp(-logit(p) - shift)) - p);
  const steepest = 1 / (1 + Math.exp(shift / 2));
  const ends = [rise(low), rise(high)];
  const peak = low < steepest && steepest < high ? [rise(steepest)] : [];
  return { value: rise(value), low: Math.min(...ends), high: Math.max(...ends, ...peak) };
}

function logit(p: number): number {
  return Math.log(p / (1 - p));
}

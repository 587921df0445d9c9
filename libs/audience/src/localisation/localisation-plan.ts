import { candidateWorld, withoutWork } from './candidate-world';
import { caveatsOf } from './caveats';
import { checkQuestion } from './check-question';
import { chooseCandidates } from './choose-candidates';
import { followUpOf } from './follow-up';
import { leftOutOf } from './left-out';
import type { LocalisationAssumptions } from './localisation-assumptions';
import { homeShare } from './market';
import { PlanLedger } from './plan-ledger';
import { planPartsOf, type MissingExposure, type PlanPart, type UnknownCountry } from './plan-parts';
import type { PlanQuestion } from './plan-question';
import { trackKey } from './track';
import type { LeftOutItem, WorkItem, WorkValue } from './work-item';

/** Nothing is needed for people of a country who have the title's language at home. */
export interface NothingNeeded {
  readonly country: string;
  /** Their share of the country's people, in (0, 1]. */
  readonly share: number;
}

/** What to do to bring a title to people, the best value for the money first. */
export interface LocalisationPlan {
  readonly titleId: string;
  readonly titleName: string;
  readonly originalLanguage: string | null;
  readonly runtimeMinutes: number;
  /** US dollars; null: as much as pays. */
  readonly budget: number | null;
  /** Like `dub:de`. */
  readonly existing: readonly string[];
  readonly items: readonly WorkItem[];
  readonly total: WorkValue;
  /** What pays besides once the plan's tracks are there, with what is left of the budget; not in `total`. */
  readonly followUp: readonly WorkItem[];
  /** Values given the whole plan, largest net value first. */
  readonly leftOut: readonly LeftOutItem[];
  readonly nothingNeeded: readonly NothingNeeded[];
  readonly unknown: readonly UnknownCountry[];
  readonly missingExposure: readonly MissingExposure[];
  /** What the reader has to know, in words. */
  readonly caveats: readonly string[];
  readonly assumptions: LocalisationAssumptions;
}

/**
 * Plans subtitles, dubs, lettered pictures and campaigns for a title.
 * Viewers by a track = Σ over countries of P(audience) × reachable people × share of them that watches × share whose language it serves
 * × share that likes this way; given the tracks there are and those before it in the plan, so that what people have already
 * counts once. Value = viewers × US dollars a viewer. The interval is that of the forecast, all countries at its low or high
 * end together; it does not hold the doubt about the assumptions.
 * @throws LocalisationInputError `BAD_AMOUNT` for a budget or running time that is none, `BAD_TRACK`, `BAD_COUNTRY`
 */
export async function localisationPlan(question: PlanQuestion): Promise<LocalisationPlan> {
  checkQuestion(question);
  const { title, assumptions, existing, budget = null } = question;
  const { parts, unknown, missingExposure } = planPartsOf(question);
  const facts = { originalLanguage: title.originalLanguage, existing, assumptions };
  const world = candidateWorld(parts, facts, question);
  const limits = { moneyPerViewer: assumptions.moneyPerViewer, budget: budget ?? Infinity };
  const chosen = await chooseCandidates(world, limits);
  const ledger = new PlanLedger(world, parts, facts);
  const items = chosen.map((candidate) => ledger.enter(candidate));
  const left = { ...limits, budget: limits.budget - ledger.total.cost };
  return {
    ...{ titleId: title.titleId, titleName: title.name, originalLanguage: title.originalLanguage },
    runtimeMinutes: question.runtimeMinutes ?? assumptions.runtimeMinutes,
    ...{ budget, existing: existing.map(trackKey).sort() },
    ...{ items, total: ledger.total, leftOut: leftOutOf(withoutWork(world, chosen).candidates, ledger) },
    followUp: await followUpOf({ parts, facts, chosen, limits: left }, question),
    nothingNeeded: nothingNeededOf(parts, title.originalLanguage),
    ...{ unknown, missingExposure, caveats: caveatsOf(question, parts), assumptions },
  };
}

function nothingNeededOf(parts: readonly PlanPart[], originalLanguage: string | null): NothingNeeded[] {
  if (originalLanguage === null) return [];
  return parts
    .map(({ market }) => ({ country: market.country, share: homeShare(market, originalLanguage) }))
    .filter(({ share }) => share > 0);
}

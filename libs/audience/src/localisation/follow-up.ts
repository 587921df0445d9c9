import { candidateWorld, withoutWork } from './candidate-world';
import type { Candidate } from './candidate';
import type { ServingFacts } from './cells';
import { chooseCandidates, type ChoiceLimits } from './choose-candidates';
import { PlanLedger } from './plan-ledger';
import type { PlanPart } from './plan-parts';
import type { PlanQuestion } from './plan-question';
import type { Track } from './track';
import { isTrackWork, type WorkItem } from './work-item';

/** A plan that was made. */
export interface MadePlan {
  readonly parts: readonly PlanPart[];
  readonly facts: ServingFacts;
  readonly chosen: readonly Candidate[];
  /** `budget`: what is left of it. */
  readonly limits: ChoiceLimits;
}

/**
 * Campaigns and lettering that pay once the tracks of a plan are there, best value for the money first. They stand apart from the
 * plan, because what a track adds to them is no diminishing value, and a plan that counted it could not promise
 * that more money never nets less.
 */
export async function followUpOf(
  { parts, facts, chosen, limits }: MadePlan,
  question: PlanQuestion,
): Promise<WorkItem[]> {
  const later = { ...facts, existing: [...facts.existing, ...chosen.flatMap(tracksOf)] };
  const all = withoutWork(candidateWorld(parts, later, question), chosen);
  const world = { ...all, candidates: all.candidates.filter(({ kind }) => !isTrackWork(kind)) };
  const ledger = new PlanLedger(world, parts, later);
  const following = await chooseCandidates(world, limits);
  return following.map((candidate) => ledger.enter(candidate));
}

function tracksOf({ kind, language }: Candidate): Track[] {
  return isTrackWork(kind) && language !== null ? [{ kind, language }] : [];
}

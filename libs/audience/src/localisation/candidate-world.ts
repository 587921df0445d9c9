import { WORK_KINDS } from '@keyart/contracts';
import { artworkCandidates } from './artwork-candidates';
import { campaignCandidates } from './campaign-candidates';
import { candidateKey, type Candidate, type CandidateWorld } from './candidate';
import type { ServingFacts } from './cells';
import type { PlanPart } from './plan-parts';
import type { PlanQuestion } from './plan-question';
import { trackCandidates } from './track-candidates';

/** All work that could be done, of the kinds asked for. */
export function candidateWorld(
  parts: readonly PlanPart[],
  facts: ServingFacts,
  question: PlanQuestion,
): CandidateWorld {
  const { costs, title, assumptions, runtimeMinutes = assumptions.runtimeMinutes } = question;
  const kinds = new Set(question.kinds ?? WORK_KINDS);
  const { targets, candidates } = [
    trackCandidates(parts, facts, { costs, runtimeMinutes }),
    campaignCandidates(parts, facts),
    artworkCandidates(parts, facts, title.artworkLocales),
  ].reduce(joined);
  return { targets, candidates: candidates.filter(({ kind }) => kinds.has(kind)) };
}

/** The same without some of it. */
export function withoutWork(
  { targets, candidates }: CandidateWorld,
  done: readonly Candidate[],
): CandidateWorld {
  const keys = new Set(done.map(candidateKey));
  return { targets, candidates: candidates.filter((candidate) => !keys.has(candidateKey(candidate))) };
}

function joined(a: CandidateWorld, b: CandidateWorld): CandidateWorld {
  const moved = b.candidates.map((candidate) => ({
    ...candidate,
    reaches: candidate.reaches.map(({ target, level }) => ({ target: target + a.targets.length, level })),
  }));
  return { targets: [...a.targets, ...b.targets], candidates: [...a.candidates, ...moved] };
}

import type { Candidate } from '../candidate';
import type { ClickbaitGuardModel } from '../clickbait-guard-model';
import type { Scorer, ScorerAnswer } from '../scorer';

/**
 * How far a demoted artwork is put below the others, on the reward scale: about what a picture that fits is ahead of one
 * that does not, so that inverse-gap weighting leaves it little beyond the floor and stickiness lets go of it.
 */
export const DEMOTION_PENALTY = 0.1;

/**
 * The scorer with the guard's demotions: a demoted artwork scores `DEMOTION_PENALTY` below the least of those that are not
 * demoted, or below its own score where that is lower still. It stays a candidate, and the floor keeps showing it now and
 * then: only so can it prove itself again. Unchanged where every candidate is demoted.
 * Answers exactly when the scorer does.
 * @param guard null: the scorer itself
 */
export function demoted(scorer: Scorer, guard: ClickbaitGuardModel | null): Scorer {
  if (guard === null) return scorer;
  const artworkIds = new Set(Object.keys(guard.demotions));
  const isDemoted = ({ descriptor }: Candidate): boolean => artworkIds.has(descriptor.artworkId);
  return {
    source: scorer.source,
    score(context, candidates): ScorerAnswer {
      const answer = scorer.score(context, candidates);
      if (answer.kind === 'unavailable' || !candidates.some(isDemoted)) return answer;
      const ceiling = leastOfOthers(answer.scores, candidates, isDemoted);
      const scores = answer.scores.map((score, i) =>
        isDemoted(candidates[i]) ? Math.min(score, ceiling) - DEMOTION_PENALTY : score,
      );
      return ceiling === Infinity ? answer : { ...answer, scores };
    },
  };
}

/** Infinity where all are demoted. */
function leastOfOthers(
  scores: readonly number[],
  candidates: readonly Candidate[],
  isDemoted: (candidate: Candidate) => boolean,
): number {
  return scores.reduce(
    (least, score, i) => (isDemoted(candidates[i]) ? least : Math.min(least, score)),
    Infinity,
  );
}

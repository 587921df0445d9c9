import { pictureSimilarity, type ArtworkDescriptor } from '@keyart/features';
import type { Candidate } from '../candidate';
import { checkParameter } from '../check-parameter';
import type { DecisionContext } from '../decision-context';
import type { Policy } from '../policy';
import { redistribute } from '../redistribute';

/** What counts as the same picture twice, and how much less of it there should be. */
export interface PageCompositionParameters {
  /** Candidates at least this similar to a neighbour are damped, in (0, 1]; see `pictureSimilarity`. */
  readonly similarityThreshold: number;
  /** Factor on a damped candidate's probability, in [1e-6, 1]. */
  readonly damping: number;
}

/**
 * Keeps near-identical pictures apart on a page: p'_a ∝ d_a p_a, with d_a = `damping` where a is near-identical to a
 * picture that already stands next to the place, else 1. Scores stay as they are: they say what a picture is worth, not
 * where it hangs. Unchanged where no candidate with mass is near-identical, or all are: a certain choice stays certain.
 *
 * The pictures chosen before are part of the context, so the propensity stays exact given the page so far.
 * Goes inside of stickiness: what the viewer saw before, locked or pinned is not bent by what stands next to it.
 * Unavailable exactly when the inner policy is.
 * @throws PolicyParameterError `similarityThreshold` or `damping`
 */
export function pageComposition(policy: Policy, parameters: PageCompositionParameters): Policy {
  checkParameter({ similarityThreshold: parameters.similarityThreshold }, Number.MIN_VALUE, 1);
  checkParameter({ damping: parameters.damping }, 1e-6, 1);
  return {
    name: `page(${policy.name})`,
    distribute(context, candidates) {
      const answer = policy.distribute(context, candidates);
      if (answer.kind === 'unavailable' || answer.isLocked || context.neighbours.length === 0) return answer;
      const probabilities = damped({
        ...parameters,
        context,
        candidates,
        probabilities: answer.probabilities,
      });
      const { stickyOutcome, isLocked } = answer;
      return probabilities ? redistribute(answer, { probabilities, stickyOutcome, isLocked }) : answer;
    },
  };
}

interface DampingCase extends PageCompositionParameters {
  readonly context: DecisionContext;
  readonly candidates: readonly Candidate[];
  readonly probabilities: readonly number[];
}

/** null: nothing to change. */
function damped(one: DampingCase): readonly number[] | null {
  const { candidates, probabilities, damping } = one;
  const weights = new Array<number>(candidates.length);
  let alikeCount = 0;
  let otherCount = 0;
  for (let i = 0; i < weights.length; i++) {
    const isPossible = probabilities[i] > 0;
    const isAlike = isPossible && looksLikeNeighbour(candidates[i].descriptor, one);
    weights[i] = isAlike ? probabilities[i] * damping : probabilities[i];
    if (isAlike) alikeCount++;
    else if (isPossible) otherCount++;
  }
  return alikeCount > 0 && otherCount > 0 ? normalised(weights) : null;
}

function looksLikeNeighbour(
  artwork: ArtworkDescriptor,
  { context, similarityThreshold }: DampingCase,
): boolean {
  for (const neighbour of context.neighbours) {
    if (pictureSimilarity(artwork, neighbour) >= similarityThreshold) return true;
  }
  return false;
}

/** Sums by size, so that the order of the candidates does not matter to the last bit. */
function normalised(weights: readonly number[]): readonly number[] {
  const total = [...weights].sort((a, b) => a - b).reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

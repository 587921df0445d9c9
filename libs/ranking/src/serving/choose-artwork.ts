import { uniformFromKey } from '@keyart/common';
import type { DecidedCandidate, ExcludedArtwork } from '@keyart/contracts';
import { byArtworkId, isCanonical } from '../canonical-order';
import { isEligible, type Candidate } from '../candidate';
import type { DecisionContext } from '../decision-context';
import { DuplicateCandidateError } from '../errors';
import type { Policy, PolicyDistribution, PolicyUnavailable } from '../policy';
import { sampleIndex } from './sample-index';

/** One choice to make. */
export interface Choice {
  /** The composed policy, floor included. */
  readonly policy: Policy;
  readonly context: DecisionContext;
  /** All artworks of the title in any order, ineligible ones with their reasons. */
  readonly candidates: readonly Candidate[];
  /** With `salt` the seed of the one draw. */
  readonly decisionId: string;
  readonly salt: string;
}

/** A choice made, with the probability it was made with. */
export interface ChosenArtwork {
  readonly kind: 'chosen';
  readonly artworkId: string;
  /** The probability listed for `artworkId`, in (0, 1]. */
  readonly propensity: number;
  /** `[E]` the eligible by artwork id; probabilities sum to 1 within 1e-12. */
  readonly candidates: readonly DecidedCandidate[];
  /** The others by artwork id, with their reasons. */
  readonly excluded: readonly ExcludedArtwork[];
  /** The policy's answer over all candidates by artwork id. */
  readonly distribution: PolicyDistribution;
}

/**
 * Distributes once and samples once: the draw is a pure function of decision id and salt, and nothing after it may change
 * the picture, so `propensity` is the probability with which this very picture was chosen.
 * @returns the choice, or the policy's `unavailable`
 * @throws DuplicateCandidateError when an artwork comes twice
 */
export function chooseArtwork(choice: Choice): ChosenArtwork | PolicyUnavailable {
  const candidates = inCanonicalOrder(choice.candidates);
  const distribution = choice.policy.distribute(choice.context, candidates);
  if (distribution.kind === 'unavailable') return distribution;
  const { probabilities } = distribution;
  const chosen = sampleIndex(probabilities, uniformFromKey(choice.decisionId, choice.salt));
  return {
    kind: 'chosen',
    artworkId: candidates[chosen].descriptor.artworkId,
    propensity: probabilities[chosen],
    candidates: decidedCandidates(candidates, distribution),
    excluded: excludedArtworks(candidates),
    distribution,
  };
}

function inCanonicalOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  if (isCanonical(candidates)) return candidates;
  const ordered = [...candidates].sort(byArtworkId);
  for (let i = 1; i < ordered.length; i++) {
    const { artworkId } = ordered[i].descriptor;
    if (artworkId === ordered[i - 1].descriptor.artworkId) throw new DuplicateCandidateError(artworkId);
  }
  return ordered;
}

function decidedCandidates(
  candidates: readonly Candidate[],
  { probabilities, scores }: PolicyDistribution,
): DecidedCandidate[] {
  const decided: DecidedCandidate[] = [];
  for (let i = 0; i < candidates.length; i++) {
    if (!isEligible(candidates[i])) continue;
    const { artworkId } = candidates[i].descriptor;
    decided.push({ artworkId, probability: probabilities[i], score: scores[i] });
  }
  return decided;
}

function excludedArtworks(candidates: readonly Candidate[]): ExcludedArtwork[] {
  const excluded: ExcludedArtwork[] = [];
  for (const candidate of candidates) {
    if (isEligible(candidate)) continue;
    excluded.push({ artworkId: candidate.descriptor.artworkId, reasons: candidate.ineligibleReasons });
  }
  return excluded;
}

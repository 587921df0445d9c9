import { contentHash } from '@keyart/common';
import type { ServedPolicy, Surface } from '@keyart/contracts';
import { FEATURE_VERSION } from '@keyart/features';
import type { Candidate, DecisionContext } from '@keyart/ranking';

/** Everything the distribution of one decision is a function of. */
export interface DecisionConditions {
  readonly context: DecisionContext;
  readonly candidates: readonly Candidate[];
  readonly surface: Surface;
  readonly policy: ServedPolicy;
  readonly policyVersion: string;
}

const HASH_LENGTH = 32;
const identities = new WeakMap<readonly Candidate[], string>();

/**
 * Hash of everything the propensity is conditional on: viewer and taste version, surface, candidates with caption versions
 * and reasons, policy and its version, label scores, the student's scores, picture shown before, pin and neighbours on the page. Equal hashes mean
 * equal distributions.
 * The time of the decision counts only where a picture was shown before; without one nothing depends on it.
 */
export function contextHash(conditions: DecisionConditions): string {
  const { context, candidates, surface, policy, policyVersion } = conditions;
  const { viewer, titleId, shownBefore, labelScores, studentScores, nowMs } = context;
  const { pinnedArtworkId, neighbours } = context;
  const parts = [
    [viewer.memberId, viewer.taste.version, FEATURE_VERSION],
    [surface.aspect, surface.locale, surface.region, surface.device, surface.maturity],
    [policy, policyVersion],
    titleId,
    shownBefore && [shownBefore.artworkId, shownBefore.shownAtMs, shownBefore.lockedUntilMs, nowMs],
    labelScores && [
      [labelScores.modelVersion, labelScores.formulation],
      [labelScores.labelMass, labelScores.missingLabelCount],
      [labelScores.artworkIds, labelScores.values],
    ],
    studentScores && [studentScores.modelVersion, studentScores.artworkIds, studentScores.values],
    [pinnedArtworkId, neighbours.map(({ artworkId, captionVersion }) => [artworkId, captionVersion])],
  ];
  return contentHash(JSON.stringify(parts) + identityOf(candidates), HASH_LENGTH);
}

/** Written once for candidates that serve many decisions. */
function identityOf(candidates: readonly Candidate[]): string {
  const known = identities.get(candidates);
  if (known !== undefined) return known;
  const identity = JSON.stringify(candidates.map(identityOfOne));
  identities.set(candidates, identity);
  return identity;
}

function identityOfOne({ descriptor, ineligibleReasons }: Candidate): unknown[] {
  return [descriptor.artworkId, descriptor.captionVersion, descriptor.isEditorialDefault, ineligibleReasons];
}

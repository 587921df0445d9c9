import { byArtworkId, isCanonical } from './canonical-order';
import { isEligible, type Candidate } from './candidate';

/** The eligible ones of some candidates in canonical order, and the way back. */
export interface EligibleSlate {
  /** `[E]` eligible candidates by artwork id. */
  readonly candidates: readonly Candidate[];
  /**
   * Puts values of the slate back to where their candidates stood.
   * @param values `[E]` aligned with `candidates`
   * @param rest value of the ineligible
   * @returns `[K]` aligned with the candidates the slate was made of
   */
  spread<T>(values: readonly T[], rest: T): readonly T[];
}

/**
 * Selects and orders the eligible candidates. Computing in one order, whatever order was given, makes policies
 * order-equivariant to the last bit and breaks ties by artwork id.
 * @param candidates `[K]` in any order
 */
export function eligibleSlate(candidates: readonly Candidate[]): EligibleSlate {
  if (isCanonical(candidates) && candidates.every(isEligible)) return { candidates, spread: identity };
  const eligible = candidates.filter(isEligible).sort(byArtworkId);
  return {
    candidates: eligible,
    spread: (values, rest) => spreadBack({ candidates, eligible, values, rest }),
  };
}

function identity<T>(values: readonly T[]): readonly T[] {
  return values;
}

interface SpreadInput<T> {
  readonly candidates: readonly Candidate[];
  readonly eligible: readonly Candidate[];
  readonly values: readonly T[];
  readonly rest: T;
}

function spreadBack<T>({ candidates, eligible, values, rest }: SpreadInput<T>): readonly T[] {
  const valueOf = new Map(eligible.map((candidate, i) => [candidate, values[i]]));
  return candidates.map((candidate) => (valueOf.has(candidate) ? (valueOf.get(candidate) as T) : rest));
}

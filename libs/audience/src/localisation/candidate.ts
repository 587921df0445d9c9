import type { WorkKind } from '@keyart/contracts';
import type { Amount } from './amount';

/** People that work can reach, weighed; what a share of them brings is `weight × share`. */
export interface Target {
  readonly country: string;
  readonly weight: Amount;
  /** Share that is reached before any work, in [0, 1]. */
  readonly level: number;
}

/** Work that could be done: its cost, and up to which share it reaches which targets. */
export interface Candidate {
  readonly kind: WorkKind;
  readonly language: string | null;
  readonly country: string | null;
  /** US dollars, ≥ 0. */
  readonly cost: number;
  readonly reaches: readonly Reach[];
}

/** A target by its index, and the share of it in [0, 1] that the work reaches. */
export interface Reach {
  readonly target: number;
  readonly level: number;
}

/** Candidates and what they can reach. */
export interface CandidateWorld {
  readonly targets: readonly Target[];
  readonly candidates: readonly Candidate[];
}

/** Names a candidate, and orders those that are equally good. */
export function candidateKey({ kind, language, country }: Candidate): string {
  return `${kind}:${language ?? country}`;
}

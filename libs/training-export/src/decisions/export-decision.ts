/** A decision of the log. */
export interface ExportDecision {
  /** In the file, from 1. */
  readonly row: number;
  readonly decisionId: string;
  readonly userId: string;
  readonly titleId: string;
  /** The artwork shown. */
  readonly action: string;
  /** Milliseconds since 1970, UTC. */
  readonly atMs: number;
  /** In (0, 1]. */
  readonly propensity: number;
  /** Above 0: engaged. */
  readonly reward: number;
  /** Eligible artworks, each once, `action` among them. */
  readonly candidates: readonly string[];
  /** Aligned with `candidates`; null: not logged. */
  readonly candidatePropensities: readonly number[] | null;
}

/** Whether what was shown was taken: a reward above 0. */
export function isEngaged({ reward }: Pick<ExportDecision, 'reward'>): boolean {
  return reward > 0;
}

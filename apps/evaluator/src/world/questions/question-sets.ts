import {
  DEFAULT_LOG,
  heldOutPairs,
  simulateLog,
  trainingPairs,
  type ViewerTruth,
  type World,
  type WorldDecision,
  type WorldPair,
} from '@keyart/simulation';

/** How many pairs of each kind a language model is asked about. */
export interface QuestionCounts {
  /** Held-out viewers before warm titles, and as many before cold ones: what tables are made of. */
  readonly pairs: number;
  /** Decisions of the log: what the hybrid's weights are learnt from. No more than its first day has. */
  readonly logged: number;
  /** Training viewers before any title, no outcome known: what the student learns from. */
  readonly unlabelled: number;
}

/** Counts that world commands take unless told otherwise. */
export const DEFAULT_QUESTION_COUNTS: QuestionCounts = { pairs: 5000, logged: 6000, unlabelled: 6000 };

/** Pairs by what they are for. */
export interface QuestionSets {
  readonly warm: readonly WorldPair[];
  readonly cold: readonly WorldPair[];
  /** The log's first decisions, all of them uniform; no ranker had to be fitted for them. */
  readonly logged: readonly WorldDecision[];
  readonly unlabelled: readonly WorldPair[];
}

function neverFits(): never {
  throw new Error('a log of one day fits no ranker');
}

/** The first decisions of the log that `world run` makes with the same seed. */
function firstDecisions(
  world: World,
  truth: ViewerTruth,
  { count, seed }: { count: number; seed: string },
): WorldDecision[] {
  return simulateLog(
    { world, truth, fit: neverFits },
    { ...DEFAULT_LOG, dayCount: 1, decisionCount: count, seed: `${seed}/log` },
  );
}

/** Draws the pairs; equal worlds, counts and seeds give equal pairs. */
export function questionSets(
  world: World,
  truth: ViewerTruth,
  { counts, seed }: { readonly counts: QuestionCounts; readonly seed: string },
): QuestionSets {
  const drawn = { count: counts.pairs, seed: `${seed}/pairs` };
  return {
    warm: heldOutPairs(world, false, drawn),
    cold: heldOutPairs(world, true, drawn),
    logged: firstDecisions(world, truth, { count: counts.logged, seed }),
    unlabelled: trainingPairs(world, { count: counts.unlabelled, seed: `${seed}/unlabelled` }),
  };
}

import { messageOf, type Logger } from '@keyart/common';
import type { LabelScores } from '@keyart/ranking';
import type { InlineScorer, InlineScoreRequest } from './inline-scorer';

/** Why inline scoring gave nothing; goes into the record's tier failures. */
export type InlineFailure = 'deadline' | 'inline-scoring-failed';

/** What inline scoring gave. */
export interface InlineScores {
  /** Title id → scores; empty after a failure. */
  readonly scores: ReadonlyMap<string, LabelScores>;
  readonly failure: InlineFailure | null;
}

/** What to score, by whom, and how long it may take. */
export interface InlineTask {
  readonly scorer: InlineScorer;
  readonly request: Omit<InlineScoreRequest, 'signal'>;
  readonly budgetMs: number;
  readonly logger: Logger;
}

const NONE: ReadonlyMap<string, LabelScores> = new Map();

/**
 * Scores inline for at most `budgetMs`; never throws. A scorer that ignores its signal is left behind, not waited for.
 */
export async function scoreWithin({ scorer, request, budgetMs, logger }: InlineTask): Promise<InlineScores> {
  if (budgetMs <= 0) return { scores: NONE, failure: 'deadline' };
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<InlineScores>((resolve) => {
    timer = setTimeout(() => resolve({ scores: NONE, failure: 'deadline' }), budgetMs);
  });
  const scoring = scorer.score({ ...request, signal: controller.signal }).then(
    (scores): InlineScores => ({ scores, failure: null }),
    (error): InlineScores => {
      if (!controller.signal.aborted) logger.warn({ reason: messageOf(error) }, 'inline scoring failed');
      return { scores: NONE, failure: 'inline-scoring-failed' };
    },
  );
  try {
    return await Promise.race([scoring, deadline]);
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}

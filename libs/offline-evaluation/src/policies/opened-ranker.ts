import type { ArtworkRanker } from '@keyart/llm';
import type { LlmCalibration } from '@keyart/ranking';

/** An LLM that ranks, how its scores are read, and how to let go of it. */
export interface OpenedRanker {
  readonly ranker: Pick<ArtworkRanker, 'rank' | 'modelVersion'>;
  readonly calibration: LlmCalibration;
  close(): Promise<void>;
}

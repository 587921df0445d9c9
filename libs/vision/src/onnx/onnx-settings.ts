import { availableParallelism } from 'node:os';

/** How the models of a process share its processors. */
export interface OnnxSettings {
  /** Threads that work on one operator, at least 1. */
  readonly intraOpThreadCount: number;
  /** Operators of one graph that run side by side, at least 1; the graphs used here are chains, so that more than 1 is of no use. */
  readonly interOpThreadCount: number;
  /**
   * Runs of all sessions together whose inputs are in memory at once, at least 1. ONNX Runtime's Node binding runs on the calling
   * thread, so that more than 1 costs memory and gains nothing; speed comes from `intraOpThreadCount`.
   */
  readonly concurrentCount: number;
}

/** Two threads at most, so that a process does not take over a large machine unasked. */
export const DEFAULT_ONNX_SETTINGS: OnnxSettings = {
  intraOpThreadCount: Math.min(2, availableParallelism()),
  interOpThreadCount: 1,
  concurrentCount: 1,
};

import type { LabelScore, LabelScorer, LabelScoreRequest } from '@keyart/llm';

/** A scorer that adds up how long its prompts took. */
export class TimedScorer implements LabelScorer {
  private elapsedMs = 0;
  private promptCount = 0;

  constructor(private readonly scorer: LabelScorer) {}

  get modelVersion(): string {
    return this.scorer.modelVersion;
  }

  /** Mean over all prompts so far, milliseconds; NaN before the first. */
  get promptMs(): number {
    return this.elapsedMs / this.promptCount;
  }

  async score(request: LabelScoreRequest): Promise<LabelScore[]> {
    const startedMs = performance.now();
    const scores = await this.scorer.score(request);
    this.elapsedMs += performance.now() - startedMs;
    this.promptCount += request.prompts.length;
    return scores;
  }

  close(): Promise<void> {
    return this.scorer.close();
  }
}

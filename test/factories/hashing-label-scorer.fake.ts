import { uniformFromKey } from '@keyart/common';
import type { LabelScore, LabelScorer, LabelScoreRequest } from '@keyart/llm';

const LABEL_MASS = 0.9;

/** Answers every prompt with label probabilities that are a pure function of its text. */
export class HashingLabelScorer implements LabelScorer {
  readonly modelVersion = 'hashing/1';
  promptCount = 0;

  score({ prompts, labels }: LabelScoreRequest): Promise<LabelScore[]> {
    this.promptCount += prompts.length;
    return Promise.resolve(prompts.map((prompt, i) => scoreOf(prompt, labels[i])));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function scoreOf(prompt: string, labels: readonly string[]): LabelScore {
  const weights = labels.map((label) => 0.05 + uniformFromKey(prompt, label));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const logProbabilities = weights.map((weight) => Math.log((LABEL_MASS * weight) / total));
  return { logProbabilities, labelMass: LABEL_MASS, missing: [] };
}

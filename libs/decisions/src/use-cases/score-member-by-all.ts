import type { LlmModel } from '@keyart/llm';
import {
  ScoreMember,
  type ScoredMember,
  type ScoreMemberParts,
  type ScoreMemberRequest,
} from './score-member';

/** A model that scores. */
export interface ScoringLlm extends Pick<ScoreMemberParts, 'ranker'> {
  readonly model: Pick<LlmModel, 'formulation'>;
}

/** What scoring by several models stands on. */
export interface ScoreMemberByAllParts extends Omit<ScoreMemberParts, 'ranker' | 'formulation'> {
  /** The models whose scores are wanted now, the one that serves first. */
  readonly wanted: () => Promise<readonly ScoringLlm[]>;
}

/** Use case: scores a member's titles by every LLM that serves or stands in the shadow, the one that serves first. */
export class ScoreMemberByAll {
  private readonly byVersion = new Map<string, ScoreMember>();

  constructor(private readonly parts: ScoreMemberByAllParts) {}

  /** @returns counts over all models @throws as `ScoreMember` */
  async run(request: ScoreMemberRequest): Promise<ScoredMember> {
    let [scoredCount, skippedCount] = [0, 0];
    for (const llm of await this.parts.wanted()) {
      const done = await this.of(llm).run(request);
      scoredCount += done.scoredCount;
      skippedCount += done.skippedCount;
    }
    return { scoredCount, skippedCount };
  }

  private of({ ranker, model }: ScoringLlm): ScoreMember {
    const found = this.byVersion.get(ranker.modelVersion);
    if (found) return found;
    const made = new ScoreMember({ ...this.parts, ranker, formulation: model.formulation });
    this.byVersion.set(ranker.modelVersion, made);
    return made;
  }
}

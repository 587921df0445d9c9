import { RankerInlineScorer } from '@keyart/decisions';
import type { OpenedLlm } from '@keyart/llm';
import type { ApiDependencies } from './api-options';

/** What the API needs of an LLM: which scores to serve, and whom to ask inline; both null without one. */
export function llmParts(llm: OpenedLlm | null): Pick<ApiDependencies, 'llm' | 'inlineScorer'> {
  if (!llm) return { llm: null, inlineScorer: null };
  const { ranker, calibration } = llm;
  return {
    llm: { modelVersion: ranker.modelVersion, calibration },
    inlineScorer: new RankerInlineScorer(ranker),
  };
}

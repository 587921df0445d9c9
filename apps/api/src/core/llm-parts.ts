import type { OpenedLlm } from '@keyart/llm';
import type { ApiDependencies } from './api-options';

/** What the API needs of an LLM: which scores to serve, and whom to ask inline; both null without one. */
export function llmParts(llm: OpenedLlm | null): Pick<ApiDependencies, 'llm' | 'inlineRanker'> {
  if (!llm) return { llm: null, inlineRanker: null };
  const { ranker, calibration } = llm;
  return { llm: { modelVersion: ranker.modelVersion, calibration }, inlineRanker: ranker };
}

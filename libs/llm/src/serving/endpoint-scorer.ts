import type { Configuration } from '@keyart/common';
import { OpenAiChatLabelScorer } from '../endpoint/open-ai-chat-label-scorer';
import { VllmLabelScorer } from '../endpoint/vllm-label-scorer';
import type { LabelScorer } from '../label-scorer';

/** The scorer for `LLM_URL`, spoken to as `LLM_ADAPTER` says. */
export function endpointScorer(configuration: Configuration): LabelScorer {
  const options = {
    url: configuration.LLM_URL ?? '',
    model: configuration.LLM_MODEL,
    timeoutMs: configuration.LLM_TIMEOUT_MS,
    ...(configuration.LLM_API_KEY && { apiKey: configuration.LLM_API_KEY }),
  };
  return configuration.LLM_ADAPTER === 'openai'
    ? new OpenAiChatLabelScorer(options)
    : new VllmLabelScorer(options);
}

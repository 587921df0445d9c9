import type { Configuration } from '@keyart/common';
import type { EndpointOptions } from '../endpoint/endpoint-options';
import { LlamaCppLabelScorer } from '../endpoint/llama-cpp-label-scorer';
import { OllamaLabelScorer } from '../endpoint/ollama-label-scorer';
import { OpenAiChatLabelScorer } from '../endpoint/open-ai-chat-label-scorer';
import { SglangLabelScorer } from '../endpoint/sglang-label-scorer';
import { VllmLabelScorer } from '../endpoint/vllm-label-scorer';
import type { LabelScorer } from '../label-scorer';
import type { LlmListener } from '../resilience/llm-listener';
import { ResilientLabelScorer } from '../resilience/resilient-label-scorer';

type AdapterName = Configuration['LLM_ADAPTER'];

const ADAPTERS: Record<AdapterName, new (options: EndpointOptions) => LabelScorer> = {
  vllm: VllmLabelScorer,
  sglang: SglangLabelScorer,
  'llama-cpp': LlamaCppLabelScorer,
  ollama: OllamaLabelScorer,
  openai: OpenAiChatLabelScorer,
};

/** A list shares its prefix within the call; short lists let an inline call in between. */
const VLLM_PROMPTS_PER_CALL = 16;

/** The scorer for `LLM_URL`, spoken to as `LLM_ADAPTER` says, guarded against what networks and servers do. */
export function endpointScorer(configuration: Configuration, listener?: LlmListener): LabelScorer {
  const adapter = configuration.LLM_ADAPTER;
  const scorer = new ADAPTERS[adapter]({
    url: configuration.LLM_URL ?? '',
    model: configuration.LLM_MODEL,
    timeoutMs: configuration.LLM_TIMEOUT_MS,
    ...(configuration.LLM_API_KEY && { apiKey: configuration.LLM_API_KEY }),
  });
  const promptsPerCall = adapter === 'vllm' ? VLLM_PROMPTS_PER_CALL : 1;
  const concurrentCallCount = configuration.LLM_CONCURRENCY;
  return new ResilientLabelScorer(scorer, { promptsPerCall, concurrentCallCount }, listener);
}

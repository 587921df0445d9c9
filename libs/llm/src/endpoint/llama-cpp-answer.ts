import type { LabelScore } from '../label-scorer';
import { badAnswer, fieldsOf, listOf, logProbabilityOf } from './answer-shape';
import { scoreFromReported } from './reported-labels';
import type { WantedLabels } from './wanted-labels';

/**
 * Reads a completion answer: `completion_probabilities[0].top_logprobs[{id, token, logprob}]`, taken before any sampler.
 * @throws LlmError `LLM_BAD_ANSWER`
 */
export function readCompletion(answer: unknown, { labels, ids }: WantedLabels): LabelScore {
  const positions = listOf(fieldsOf(answer, 'object').completion_probabilities, 'completion_probabilities');
  const first = fieldsOf(positions[0], 'completion_probabilities[0]');
  const top = listOf(first.top_logprobs, 'top_logprobs');
  if (top.length === 0) throw badAnswer('top_logprobs');
  const byId = new Map<unknown, number>();
  for (const entry of top) {
    const { id, logprob } = fieldsOf(entry, 'top_logprobs entry');
    byId.set(id, logProbabilityOf(logprob, 'logprob'));
  }
  const found = ids.map((id) => byId.get(id));
  return scoreFromReported(labels, found, [...byId.values()]);
}

import type { LabelScore } from '../label-scorer';
import { fieldsOf, listOf, logProbabilityOf } from './answer-shape';
import { scoreFromReported } from './reported-labels';
import type { WantedLabels } from './wanted-labels';

/**
 * Reads a generate answer: `meta_info.output_token_ids_logprobs[0]` = `[[logprob, id, text]…]` of the ids asked for.
 * @throws LlmError `LLM_BAD_ANSWER`
 */
export function readGenerated(answer: unknown, { labels, ids }: WantedLabels): LabelScore {
  const meta = fieldsOf(fieldsOf(answer, 'object').meta_info, 'meta_info');
  const positions = listOf(meta.output_token_ids_logprobs, 'output_token_ids_logprobs');
  const byId = new Map<unknown, number>();
  for (const entry of listOf(positions[0], 'output_token_ids_logprobs[0]')) {
    const [logProbability, id] = listOf(entry, 'output_token_ids_logprobs entry');
    byId.set(id, logProbabilityOf(logProbability, 'log-probability'));
  }
  const found = ids.map((id) => byId.get(id));
  return scoreFromReported(labels, found, [...byId.values()]);
}

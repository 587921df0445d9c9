import type { LabelScore } from '../label-scorer';
import { badAnswer, fieldsOf, listOf, logProbabilityOf } from './answer-shape';
import { scoreFromReported } from './reported-labels';

/**
 * Reads a generate answer: `logprobs[0].top_logprobs[{token, logprob}]`; a label is the token of exactly that text.
 * @throws LlmError `LLM_BAD_ANSWER`, also from servers too old to know log-probabilities
 */
export function readOllamaAnswer(answer: unknown, labels: readonly string[]): LabelScore {
  const positions = listOf(fieldsOf(answer, 'object').logprobs, 'logprobs (Ollama 0.12.11 or newer)');
  const top = listOf(fieldsOf(positions[0], 'logprobs[0]').top_logprobs, 'top_logprobs');
  if (top.length === 0) throw badAnswer('top_logprobs');
  const byText = new Map<unknown, number>();
  for (const entry of top) {
    const { token, logprob } = fieldsOf(entry, 'top_logprobs entry');
    if (typeof token !== 'string') throw badAnswer('token');
    byText.set(token, logProbabilityOf(logprob, 'logprob'));
  }
  const found = labels.map((label) => byText.get(label));
  return scoreFromReported(labels, found, [...byText.values()]);
}

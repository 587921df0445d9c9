import type { LabelScore } from '../label-scorer';
import { badAnswer, fieldsOf, listOf, logProbabilityOf } from './answer-shape';
import { scoreFromReported } from './reported-labels';
import type { WantedLabels } from './wanted-labels';

const TOKEN_KEY = /^token_id:(\d+)$/;

/**
 * Reads a completions answer: one choice per prompt, in the order of their `index`, `top_logprobs[0]` keyed `token_id:32`.
 * @throws LlmError `LLM_BAD_ANSWER`
 */
export function readCompletions(answer: unknown, wanted: readonly WantedLabels[]): LabelScore[] {
  const choices = listOf(fieldsOf(answer, 'object').choices, 'choices');
  if (choices.length !== wanted.length) throw badAnswer('choice per prompt');
  const byIndex = new Map(choices.map((choice) => [fieldsOf(choice, 'choice').index, choice]));
  return wanted.map((labels, index) => readChoice(byIndex.get(index), labels));
}

function readChoice(choice: unknown, { labels, ids }: WantedLabels): LabelScore {
  const logprobs = fieldsOf(fieldsOf(choice, 'choice index').logprobs, 'logprobs');
  const top = fieldsOf(listOf(logprobs.top_logprobs, 'top_logprobs')[0], 'top_logprobs[0]');
  const byId = new Map<number, number>();
  for (const [key, value] of Object.entries(top)) {
    const id = TOKEN_KEY.exec(key)?.[1];
    if (id === undefined) throw badAnswer('token ids (return_tokens_as_token_ids)');
    byId.set(Number(id), logProbabilityOf(value, 'log-probability'));
  }
  const found = ids.map((id) => byId.get(id));
  return scoreFromReported(labels, found, [...byId.values()]);
}

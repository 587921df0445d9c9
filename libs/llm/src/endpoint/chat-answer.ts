import type { LabelScore } from '../label-scorer';
import { badAnswer, fieldsOf, listOf, logProbabilityOf } from './answer-shape';
import { scoreFromReported } from './reported-labels';

/**
 * Reads a chat answer: `choices[0].logprobs.content[0].top_logprobs`, where "A" and " A" are the same answer and their masses add up.
 * @throws LlmError `LLM_BAD_ANSWER`
 */
export function readChatCompletion(answer: unknown, labels: readonly string[]): LabelScore {
  const choice = fieldsOf(listOf(fieldsOf(answer, 'object').choices, 'choices')[0], 'choices[0]');
  const content = listOf(fieldsOf(choice.logprobs, 'logprobs').content, 'logprobs.content');
  const top = listOf(fieldsOf(content[0], 'logprobs.content[0]').top_logprobs, 'top_logprobs');
  if (top.length === 0) throw badAnswer('top_logprobs');
  const tokens = top.map((entry) => {
    const { token, logprob } = fieldsOf(entry, 'top_logprobs entry');
    if (typeof token !== 'string') throw badAnswer('token');
    return { text: token.trim(), logProbability: logProbabilityOf(logprob, 'logprob') };
  });
  const found = labels.map((label) => merged(tokens.filter(({ text }) => text === label.trim())));
  return scoreFromReported(
    labels,
    found,
    tokens.map(({ logProbability }) => logProbability),
  );
}

function merged(same: readonly { readonly logProbability: number }[]): number | undefined {
  if (same.length === 0) return undefined;
  return Math.min(0, Math.log(same.reduce((sum, { logProbability }) => sum + Math.exp(logProbability), 0)));
}

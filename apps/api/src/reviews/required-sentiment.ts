import type { TitleSentimentQueryDto } from '@keyart/contracts';
import type { ReadTitleSentiment, TitleSentiment } from '@keyart/voice';
import { ProblemException } from '../problems/problem.exception';

/** The profile asked for. @throws ProblemException `unknown-resource`, or `conflict` for a segment of too few reviews */
export async function requiredSentiment(
  sentiment: ReadTitleSentiment,
  titleId: string,
  { country, segment, window }: TitleSentimentQueryDto,
): Promise<TitleSentiment> {
  const windowDays = window === undefined ? undefined : Number.parseInt(window, 10);
  const outcome = await sentiment.run(titleId, { country, segment, windowDays });
  if (outcome.kind === 'unknown-title')
    throw new ProblemException('unknown-resource', 'there is no such title');
  if (outcome.kind === 'too-few-in-segment')
    throw new ProblemException(
      'conflict',
      `fewer than ${outcome.leastCount} reviews of the title are by viewers of this segment: they would be shown singly`,
    );
  return outcome.sentiment;
}

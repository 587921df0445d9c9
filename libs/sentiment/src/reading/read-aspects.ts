import type { AspectReading, TitleAspect } from '@keyart/contracts';
import type { Span } from '../text/passages';

/** A sentence that speaks of aspects. */
export interface AspectSentence extends Span {
  readonly aspects: readonly TitleAspect[];
  readonly columns: Uint32Array;
}

/** What each of these sentences says of its aspects, in order. @param probabilities that they are positive, from the first on */
export function readAspects(
  sentences: readonly AspectSentence[],
  probabilities: ArrayLike<number>,
): AspectReading[] {
  return sentences.flatMap(({ from, to, aspects }, i) =>
    aspects.map((aspect) => ({ aspect, polarity: 2 * probabilities[i] - 1, evidence: { from, to } })),
  );
}

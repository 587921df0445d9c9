/** What was read, and how surely. */
export interface ReadText {
  readonly text: string;
  /** Mean probability of the symbols kept, in [0, 1]; 0 for an empty text. */
  readonly confidence: number;
}

/**
 * Greedy decoding of a network trained by connectionist temporal classification (Graves et al. 2006): the best symbol a step;
 * repeated ones count once, blanks not at all.
 * @param probabilities `[steps, symbols.length]`
 * @param symbols the first is the blank
 */
export function ctcDecode(probabilities: Float32Array, symbols: readonly string[]): ReadText {
  let text = '';
  let sum = 0;
  let count = 0;
  let previous = 0;
  for (let from = 0; from < probabilities.length; from += symbols.length) {
    const best = indexOfMost(probabilities, from, from + symbols.length);
    if (best !== 0 && best !== previous) {
      text += symbols[best];
      sum += probabilities[from + best];
      count++;
    }
    previous = best;
  }
  return { text, confidence: count > 0 ? sum / count : 0 };
}

function indexOfMost(values: Float32Array, from: number, to: number): number {
  let best = from;
  for (let i = from + 1; i < to; i++) if (values[i] > values[best]) best = i;
  return best - from;
}

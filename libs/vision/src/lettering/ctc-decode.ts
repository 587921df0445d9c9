/** A line as it was read. */
export interface LineReading {
  readonly text: string;
  /** Mean probability of its characters, in [0, 1]; 0 for an empty text. */
  readonly confidence: number;
}

/** Probabilities of one line. */
export interface CtcSteps {
  readonly stepCount: number;
  /** Step by step, `[stepCount · characters.length]`. */
  readonly probabilities: Float32Array;
}

/**
 * The likeliest character of each step, repeats and blanks left out.
 * @param characters by class; the first, of any content, is the blank
 * @see Graves et al., Connectionist Temporal Classification, ICML 2006, best path decoding
 */
export function ctcDecode(
  { stepCount, probabilities }: CtcSteps,
  characters: readonly string[],
): LineReading {
  let text = '';
  let sum = 0;
  let count = 0;
  let previous = 0;
  for (let step = 0; step < stepCount; step++) {
    const from = step * characters.length;
    const best = likeliest(probabilities.subarray(from, from + characters.length));
    if (best !== 0 && best !== previous) {
      text += characters[best];
      sum += probabilities[from + best];
      count++;
    }
    previous = best;
  }
  return { text, confidence: count > 0 ? sum / count : 0 };
}

function likeliest(probabilities: Float32Array): number {
  let best = 0;
  for (let i = 1; i < probabilities.length; i++) if (probabilities[i] > probabilities[best]) best = i;
  return best;
}

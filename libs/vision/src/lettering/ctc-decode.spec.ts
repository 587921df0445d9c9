import { ctcDecode } from './ctc-decode';

const CHARACTERS = ['', 'a', 'b', ' '];

/** One step a class, that probability each. */
function stepsOf(classes: readonly number[], probability: number) {
  const probabilities = new Float32Array(classes.length * CHARACTERS.length).fill(0.01);
  classes.forEach((best, step) => (probabilities[step * CHARACTERS.length + best] = probability));
  return { stepCount: classes.length, probabilities };
}

describe('ctcDecode', () => {
  it('folds repeats and drops blanks; a blank keeps doubled letters apart', () => {
    const { text, confidence } = ctcDecode(stepsOf([0, 1, 1, 0, 1, 3, 2, 2, 0], 0.8), CHARACTERS);
    expect(text).toBe('aa b');
    expect(confidence).toBeCloseTo(0.8);
  });

  it('reads nothing from blanks', () => {
    expect(ctcDecode(stepsOf([0, 0], 0.9), CHARACTERS)).toEqual({ text: '', confidence: 0 });
  });
});

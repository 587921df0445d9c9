import { createRandom } from '@keyart/common';
import { fitLogistic } from './fit-logistic';
import { sigmoid } from './logit';
import { titleShift } from './title-shift';

describe('fitLogistic', () => {
  it('finds planted weights within four standard errors', () => {
    const random = createRandom('logistic/1');
    const features = Array.from({ length: 20_000 }, () => [2 * random.next() - 1, 2 * random.next() - 1]);
    const outcomes = features.map(([a, b]) => (random.next() < sigmoid(-1 + 2 * a - 0.5 * b) ? 1 : 0));
    const weights = fitLogistic({ features, outcomes }, 1);
    [-1, 2, -0.5].forEach((planted, k) => expect(Math.abs(weights[k] - planted)).toBeLessThan(0.16));
  });

  it('stays finite where a feature separates the outcomes, and where there is none', () => {
    const separable = fitLogistic({ features: [[-1], [1]], outcomes: [0, 1] }, 1);
    expect([...separable].every(Number.isFinite)).toBe(true);
    expect(separable[1]).toBeGreaterThan(0);
    expect([...fitLogistic({ features: [[], [], [], []], outcomes: [1, 0, 0, 0] }, 1)][0]).toBeCloseTo(
      -Math.log(3),
      5,
    );
  });
});

describe('titleShift', () => {
  it('is 0 of nothing, and turns with the outcomes', () => {
    expect(titleShift({ logits: [], outcomes: [] }, 1)).toBe(0);
    const up = titleShift({ logits: [0, 0, 0], outcomes: [1, 1, 1] }, 0.25);
    expect(up).toBeGreaterThan(1);
    expect(titleShift({ logits: [0, 0, 0], outcomes: [0, 0, 0] }, 0.25)).toBeCloseTo(-up, 6);
  });

  it('makes expected and seen counts agree but for the prior', () => {
    const logits = [-3, -2, -1, 0];
    const shift = titleShift({ logits, outcomes: [0, 0, 1, 1] }, 0.01);
    const expected = logits.reduce((sum, value) => sum + sigmoid(value + shift), 0);
    expect(2 - expected).toBeCloseTo(0.01 * shift, 5);
  });
});

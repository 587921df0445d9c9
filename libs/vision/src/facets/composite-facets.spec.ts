import fc from 'fast-check';
import { FACETS, type Facet } from '@keyart/features';
import { combineSigns } from './composite-facets';
import type { FacetSigns } from './facet-signs';

const CALIBRATION = { bias: -3, perNearness: 10, perTitleStrength: 2 };

function signsOf(given: Partial<Record<Facet, Partial<FacetSigns>>>): FacetSigns[] {
  return FACETS.map((facet) => ({ facet, nearness: null, titleStrength: 0, picture: [], ...given[facet] }));
}

describe('combineSigns', () => {
  it('adds up words, title and picture as log-odds', () => {
    const seen = { facet: 'scary', source: 'picture', detail: 'it is dark', logOdds: 0.5 } as const;
    const nearness = { value: 0.3, prototype: 'a ghost' };
    const { probabilities, evidence, strengths } = combineSigns(
      signsOf({ scary: { nearness, titleStrength: 0.5, picture: [seen] } }),
      CALIBRATION,
    );
    expect(probabilities.scary).toBeCloseTo(1 / (1 + Math.exp(-1.5)), 12);
    expect(probabilities.comedy).toBeCloseTo(1 / (1 + Math.exp(3)), 12);
    expect(evidence.map(({ source, logOdds }) => [source, logOdds])).toEqual([
      ['words', 3],
      ['title', 1],
      ['picture', 0.5],
    ]);
    expect(evidence[0].detail).toContain('a ghost');
    expect(strengths).toEqual({ scary: 0.82 });
  });

  it('names the likeliest facet however weak, and the others from .3 on', () => {
    expect(
      Object.keys(combineSigns(signsOf({ war: { titleStrength: 0.1 } }), CALIBRATION).strengths),
    ).toEqual(['war']);
    const two = signsOf({
      war: { titleStrength: 1.1 },
      drama: { titleStrength: 1.2 },
      crime: { titleStrength: 1 },
    });
    expect(combineSigns(two, CALIBRATION).strengths).toEqual({ drama: 0.35, war: 0.31 });
  });

  it('gives probabilities that grow with what speaks for a facet', () => {
    const size = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...FACETS), size, size, (facet, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((value) => {
          const signs = signsOf({ [facet]: { nearness: { value, prototype: '' } } });
          return combineSigns(signs, CALIBRATION).probabilities;
        });
        expect(less[facet]).toBeLessThanOrEqual(more[facet]);
        expect(Object.values(more).every((p) => p > 0 && p < 1)).toBe(true);
      }),
    );
  });
});

import { FACETS, type Facet } from '@keyart/features';
import type { FacetStrengths } from '@keyart/contracts';
import type { FacetCase } from './facet-case';
import { crossValidateFacets, measureFacets } from './measure-facets';

const CALIBRATION = { bias: -2, perNearness: 0, perTitleStrength: 4 };

function aCase(titleId: string, told: Facet, expected: FacetStrengths): FacetCase {
  const signs = FACETS.map((facet) => ({
    facet,
    nearness: null,
    titleStrength: Number(facet === told),
    picture: [],
  }));
  return { titleId, signs, expected };
}

const cases = [
  aCase('a', 'drama', { drama: 0.9, dark: 0.4 }),
  aCase('a', 'comedy', { comedy: 0.9 }),
  aCase('b', 'war', { war: 1, drama: 0.3 }),
  aCase('c', 'music', { drama: 0.5 }),
];

describe('measureFacets', () => {
  it('counts top facets among the expected, beside chance and the commonest facet', () => {
    expect(measureFacets(cases, CALIBRATION)).toMatchObject({
      caseCount: 4,
      topFacetFraction: 0.75,
      chanceFraction: 6 / (4 * FACETS.length),
      commonestFraction: 0.75,
    });
  });

  it('scores probabilities: sure and right near 0, sure and wrong near 1', () => {
    const sure = { bias: -20, perNearness: 0, perTitleStrength: 40 };
    const [right, wrong] = [aCase('a', 'war', { war: 1 }), aCase('a', 'war', { drama: 1 })];
    expect(measureFacets([right], sure)).toMatchObject({
      brierScore: expect.closeTo(0, 6) as number,
      calibrationError: expect.closeTo(0, 6) as number,
    });
    expect(measureFacets([wrong], sure).brierScore).toBeCloseTo(2 / FACETS.length, 6);
  });
});

describe('crossValidateFacets', () => {
  it('judges a title by what was fitted on the others', () => {
    const misleading = Array.from({ length: 5 }, () => aCase('odd', 'war', { war: 1 }));
    const others = ['x', 'y'].flatMap((id) =>
      Array.from({ length: 5 }, () => aCase(id, 'war', { drama: 1 })),
    );
    const even = misleading.map((one) => ({ ...one, titleId: 'even' }));
    expect(crossValidateFacets([...misleading, ...even]).topFacetFraction).toBe(1);
    expect(crossValidateFacets([...misleading, ...others]).topFacetFraction).toBe(0);
  });
});

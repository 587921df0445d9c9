import type { FacetCalibration } from '../facet-calibration';
import type { FacetCase } from './facet-case';
import { fitLogisticRegression } from './fit-logistic-regression';

/**
 * The calibration under which the cases' facets are likeliest (logistic regression; presence is a strength above 0). What the
 * picture's rules say is taken as given, so that the constants make up for what rules over- or understate.
 * @param cases with words read in all of them, or in none: `perNearness` is then 0
 */
export function fitFacetCalibration(cases: readonly FacetCase[]): FacetCalibration {
  const examples = cases.flatMap(({ signs, expected }) =>
    signs.map(({ facet, nearness, titleStrength, picture }) => ({
      inputs: [1, nearness?.value ?? 0, titleStrength],
      offset: picture.reduce((sum, { logOdds }) => sum + logOdds, 0),
      isPresent: (expected[facet] ?? 0) > 0,
    })),
  );
  const [bias, perNearness, perTitleStrength] = fitLogisticRegression(examples);
  return { bias, perNearness, perTitleStrength };
}

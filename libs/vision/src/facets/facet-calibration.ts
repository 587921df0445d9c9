/** How signs become log-odds. */
export interface FacetCalibration {
  /** Log-odds of a facet that nothing speaks for. */
  readonly bias: number;
  /** For each unit of nearness of the words. */
  readonly perNearness: number;
  /** For a facet that the title has at strength 1. */
  readonly perTitleStrength: number;
}

/** One calibration where words were read, another where they were not: beside words the title proves less. */
export interface FacetCalibrations {
  readonly withWords: FacetCalibration;
  readonly withoutWords: FacetCalibration;
}

/**
 * Fitted by `fitFacetCalibration` on the 84 fixtures (captions, manifest facets, MiniLM int8; faces, lettering and shot scale as labelled)
 * and rounded. Cross-validated by title (`crossValidateFacets`):
 *
 * | likeliest facet is one of those   | with captions | without | always `lettering` | chance |
 * | listed in the manifest            | .85           | .71     | .37                | .12    |
 * | labelled by looking               | .87           | .71     | .35                | .10    |
 *
 * Brier score .058 with captions, .067 without (always the base rate: .103); stated and true frequency differ by .016 on average.
 */
export const FACET_CALIBRATIONS: FacetCalibrations = {
  withWords: { bias: -4.4, perNearness: 17, perTitleStrength: 3.2 },
  withoutWords: { bias: -3.3, perNearness: 0, perTitleStrength: 4.2 },
};

import type { FacetCalibration } from './facet-calibration';
import type { FacetEvidence } from './facet-evidence';
import type { FacetSigns } from './facet-signs';

/** A facet's signs as log-odds: of words, where they were read, of the title, of the picture. */
export function weighSigns(signs: FacetSigns, calibration: FacetCalibration): FacetEvidence[] {
  return [...wordsEvidence(signs, calibration), titleEvidence(signs, calibration), ...signs.picture];
}

function wordsEvidence({ facet, nearness }: FacetSigns, { perNearness }: FacetCalibration): FacetEvidence[] {
  if (!nearness) return [];
  const { value, prototype } = nearness;
  const detail = `the words are ${value > 0 ? 'near' : 'not near'} “${prototype}”`;
  return [{ facet, source: 'words', detail, logOdds: perNearness * value }];
}

function titleEvidence(
  { facet, titleStrength }: FacetSigns,
  { perTitleStrength }: FacetCalibration,
): FacetEvidence {
  const detail = `the title has ${facet} at ${titleStrength.toFixed(1)}`;
  return { facet, source: 'title', detail, logOdds: perTitleStrength * titleStrength };
}

import type { PictureFeatures } from '@keyart/contracts';
import { FACETS } from '@keyart/features';
import type { FacetEvidence } from './facet-evidence';
import { PICTURE_RULES } from './picture-rules';

/** What a picture's features say of facets, rule by rule. */
export function pictureEvidence(features: PictureFeatures): FacetEvidence[] {
  return PICTURE_RULES.flatMap(({ holds, says }) => {
    const detail = holds(features);
    if (detail === null) return [];
    return FACETS.flatMap((facet) => {
      const logOdds = says[facet];
      return logOdds === undefined ? [] : [{ facet, source: 'picture' as const, detail, logOdds }];
    });
  });
}

import type { PictureFeatures } from '@keyart/contracts';
import type { CompositeFacets } from '../facets/composite-facets';

/** What a description is composed from. */
export interface DescriptionSubject {
  readonly features: PictureFeatures;
  /** The editor's; null: there is none. */
  readonly caption: string | null;
  readonly titleName: string;
  readonly facets: Pick<CompositeFacets, 'probabilities' | 'strengths'>;
}

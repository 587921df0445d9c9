import type { PictureLook } from '@keyart/contracts';
import type { FacetWeights } from './facets';

/** What rankers know of a picture. Built once per artwork version and shared by all decisions. */
export interface ArtworkDescriptor {
  readonly artworkId: string;
  readonly titleId: string;
  readonly facets: FacetWeights;
  /** 25–40 tokens of what the picture shows; sanitized. */
  readonly caption: string;
  readonly captionVersion: string;
  readonly isEditorialDefault: boolean;
  /** What was measured on the picture; null: nothing yet. */
  readonly look: PictureLook | null;
}

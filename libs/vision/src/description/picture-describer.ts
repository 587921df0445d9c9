import type { FacetStrengths, PictureDescription, PictureFeatures } from '@keyart/contracts';
import type { DecodedPicture } from '../decoded-picture';
import type { CompositeFacets } from '../facets/composite-facets';

/** What is known of a picture when it is described. */
export interface DescriberInput {
  readonly picture: Pick<DecodedPicture, 'rgb'>;
  readonly features: PictureFeatures;
  /** The editor's; null: there is none. */
  readonly caption: string | null;
  readonly title: {
    readonly name: string;
    readonly genres: readonly string[];
    readonly facets: FacetStrengths;
  };
}

/** A picture's description, its facets with their evidence, and how it came about. */
export interface DescribedPicture {
  readonly description: PictureDescription;
  readonly facets: CompositeFacets;
  /** Why a captioner was asked and its words are not here, in plain words; null: it was not asked, or the words are its. */
  readonly captionerFailure: string | null;
}

/** Says in words what pictures show and suggest. */
export interface PictureDescriber {
  /** @throws what the text embedder throws; the signal's reason when the caller gave up */
  describe(input: DescriberInput, signal?: AbortSignal): Promise<DescribedPicture>;
}

import type { FacetWeights, TasteProfile } from '@keyart/features';
import type { PromptTitle } from '@keyart/llm';

/** A viewer whose taste is known from the history. */
export interface TaughtViewer {
  readonly memberId: string;
  readonly region: string;
  readonly taste: TasteProfile;
}

/** A picture whose facets a worker or an editor has read. */
export interface TaughtPicture {
  readonly artworkId: string;
  readonly caption: string;
  readonly facets: FacetWeights;
}

/** A title that may be taught with. */
export interface TaughtTitle {
  readonly titleId: string;
  readonly title: PromptTitle;
  readonly pictures: readonly TaughtPicture[];
}

/** A text whose facets are known: a caption, or a sentence about a film by the film's genres. */
export interface TaughtText {
  readonly text: string;
  readonly facets: FacetWeights;
}

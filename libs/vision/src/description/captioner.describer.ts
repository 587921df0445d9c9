import type { CaptionerWords } from '../captioner/captioner-answer';
import type { Captioner } from '../captioner/captioner';
import { CaptionerError } from '../captioner/captioner-error';
import { descriptionDoubts } from '../captioner/claims/description-doubts';
import type { FacetReader } from '../facets/facet-reader';
import { clipToTokens } from './clip-to-tokens';
import { descriptionVersion } from './compose-description';
import { ComposedDescriber } from './composed.describer';
import { fitDescription } from './fit-description';
import { harmlessWords } from './harmless-words';
import type { DescribedPicture, DescriberInput, PictureDescriber } from './picture-describer';
import { layoutWords } from './words/layout-words';
import { lightWords } from './words/light-words';

/** Raised when an equal answer may be worded otherwise. */
const CAPTIONER_VERSION = 'captioner/1';
/** Longest and shortest phrase of what a picture suggests, tokens. */
const SUGGESTS_TOKENS = [12, 8, 5] as const;

/**
 * Describes in a vision model's words, checked against the features: where they disagree the words stay and a doubt is noted. When the
 * captioner fails, the description is composed and says why.
 */
export class CaptionerDescriber implements PictureDescriber {
  private readonly composed: ComposedDescriber;

  constructor(
    private readonly captioner: Captioner,
    private readonly facetReader: FacetReader,
  ) {
    this.composed = new ComposedDescriber(facetReader);
  }

  async describe(input: DescriberInput, signal?: AbortSignal): Promise<DescribedPicture> {
    try {
      return await this.worded(input, await this.captioner.caption(input.picture, signal));
    } catch (error) {
      if (!(error instanceof CaptionerError)) throw error;
      return {
        ...(await this.composed.describe(input)),
        captionerFailure: `${error.code}: ${error.message}`,
      };
    }
  }

  private async worded(input: DescriberInput, said: CaptionerWords): Promise<DescribedPicture> {
    const { features, caption, title } = input;
    const facets = await this.facetReader.read({
      words: harmlessWords(caption ?? '') || `${said.shows}. ${said.suggests}`,
      features,
      title,
    });
    const words = fitDescription({
      shows: said.shows,
      notes: [lightWords(features), ...layoutWords(features.composition)],
      suggests: SUGGESTS_TOKENS.map((count) => clipToTokens(said.suggests, count)),
    });
    const description = {
      source: 'captioner' as const,
      version: descriptionVersion(`${CAPTIONER_VERSION}:${this.captioner.model}`, words.text),
      ...words,
      facets: facets.strengths,
      doubts: descriptionDoubts(said.shows, features),
    };
    return { description, facets, captionerFailure: null };
  }
}

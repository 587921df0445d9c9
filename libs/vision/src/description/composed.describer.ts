import type { FacetReader } from '../facets/facet-reader';
import { composeDescription } from './compose-description';
import { harmlessWords } from './harmless-words';
import type { DescribedPicture, DescriberInput, PictureDescriber } from './picture-describer';

/** Describes from features, the editor's caption and the title, without a vision model. */
export class ComposedDescriber implements PictureDescriber {
  constructor(private readonly facetReader: FacetReader) {}

  async describe({ features, caption, title }: DescriberInput): Promise<DescribedPicture> {
    const facets = await this.facetReader.read({ words: harmlessWords(caption ?? ''), features, title });
    const description = composeDescription({ features, caption, titleName: title.name, facets });
    return { description, facets, captionerFailure: null };
  }
}

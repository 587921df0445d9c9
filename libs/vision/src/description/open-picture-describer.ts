import type { Configuration } from '@keyart/common';
import { Captioner } from '../captioner/captioner';
import { FacetReader } from '../facets/facet-reader';
import type { TextEmbedder } from '../text-embedder';
import { CaptionerDescriber } from './captioner.describer';
import { ComposedDescriber } from './composed.describer';
import type { PictureDescriber } from './picture-describer';

/**
 * The describer a process is configured for: in a vision model's words where `CAPTIONER_URL` is set, else composed.
 * @param embedder null: no text model is here; facets then come from features and title alone
 */
export function openPictureDescriber(
  configuration: Pick<Configuration, 'CAPTIONER_URL' | 'CAPTIONER_MODEL' | 'CAPTIONER_API_KEY'>,
  embedder: TextEmbedder | null,
): PictureDescriber {
  const { CAPTIONER_URL: url, CAPTIONER_MODEL: model, CAPTIONER_API_KEY: apiKey } = configuration;
  const facetReader = new FacetReader(embedder);
  if (!url) return new ComposedDescriber(facetReader);
  return new CaptionerDescriber(new Captioner({ url, model, ...(apiKey && { apiKey }) }), facetReader);
}

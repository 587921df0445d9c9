import { InputError, sanitizeText } from '@keyart/common';
import { currentReading, type ArtworkRecord, type FacetStrengths } from '@keyart/contracts';
import type { ArtworkDescriptor } from './artwork-descriptor';
import { FEATURE_ERROR_CODES } from './errors';
import { FACETS, isFacet, type FacetWeights } from './facets';

/** 40 tokens of English are about 200 characters; the rest is room for long names. */
const MAX_CAPTION_LENGTH = 300;

function checkedFacets(artworkId: string, facets: FacetStrengths): FacetWeights {
  for (const [name, strength] of Object.entries(facets)) {
    if (!isFacet(name)) {
      throw new InputError(
        FEATURE_ERROR_CODES.unknownFacet,
        `artwork ${artworkId}: '${name}' is not a facet; known: ${FACETS.join(', ')}`,
      );
    }
    if (!(strength >= 0 && strength <= 1)) {
      throw new InputError(
        FEATURE_ERROR_CODES.badFacetStrength,
        `artwork ${artworkId}: facet '${name}' has strength ${strength}, not in [0, 1]`,
      );
    }
  }
  const known = facets as FacetWeights;
  return Object.fromEntries(
    FACETS.filter((facet) => known[facet]).map((facet) => [facet, known[facet]] as const),
  );
}

/**
 * What rankers know of a picture: its facets in vocabulary order without zeros, and a caption made harmless. What was read off
 * the picture speaks where the editor says nothing; the description holds the editor's words already.
 * @throws InputError `UNKNOWN_FACET` or `BAD_FACET_STRENGTH` naming artwork and facet
 */
export function describeArtwork(artwork: ArtworkRecord): ArtworkDescriptor {
  const { artworkId, titleId, isEditorialDefault } = artwork;
  const reading = currentReading(artwork);
  const description = reading?.description ?? null;
  const isSaid = Object.keys(artwork.facets).length > 0;
  return {
    artworkId,
    titleId,
    facets: checkedFacets(artworkId, isSaid ? artwork.facets : (description?.facets ?? {})),
    caption: sanitizeText(description?.text ?? artwork.caption, MAX_CAPTION_LENGTH),
    captionVersion: description?.version ?? artwork.captionVersion,
    isEditorialDefault,
    look: reading?.look ?? null,
  };
}

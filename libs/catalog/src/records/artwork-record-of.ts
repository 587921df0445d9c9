import { contentHash } from '@keyart/common';
import type { ArtworkDto, ArtworkRecord } from '@keyart/contracts';

const CAPTION_VERSION_LENGTH = 12;
const NO_PICTURE = {
  ...{ sha256: null, widthPx: null, heightPx: null, sizeBytes: null, mediaType: null },
  ...{ perceptualHash: null, blurhash: null, dominantColour: null, reading: null },
};

/**
 * The artwork as the catalogue keeps it.
 * @param facts what is said of it, `faultsOfArtwork` among them none
 * @param known the artwork as it was; its picture, and what was read off it, stay
 */
export function artworkRecordOf(
  artworkId: string,
  facts: ArtworkDto,
  known: ArtworkRecord | null,
): ArtworkRecord {
  const { titleId, aspect, maturity, isSpoiler, isEditorialDefault, reviewState } = facts;
  const { caption, isDrawn, origin, author, licence } = facts;
  return {
    ...{ artworkId, titleId, aspect, maturity, isSpoiler, isEditorialDefault, reviewState },
    ...{ isDrawn, origin, author, licence },
    caption: caption ?? '',
    captionVersion: contentHash(caption ?? '', CAPTION_VERSION_LENGTH),
    facets: facts.facets ?? {},
    locale: facts.locale ?? null,
    rightsFrom: dateOrNull(facts.rightsFrom),
    rightsUntil: dateOrNull(facts.rightsUntil),
    reviewReason: facts.reviewReason ?? null,
    framePositionFraction: facts.framePositionFraction ?? null,
    shownPeople: facts.shownPeople ?? [],
    ...pictureOf(known ?? NO_PICTURE),
  };
}

/** The record as if it had no picture; stored, it leaves the picture that there is. */
export function withoutPicture(artwork: ArtworkRecord): ArtworkRecord {
  return { ...artwork, ...NO_PICTURE };
}

/** Everything of a record that comes with its picture. */
function pictureOf(known: Pick<ArtworkRecord, keyof typeof NO_PICTURE>): typeof known {
  const { sha256, widthPx, heightPx, sizeBytes, mediaType } = known;
  const { perceptualHash, blurhash, dominantColour, reading } = known;
  const measured = { sha256, widthPx, heightPx, sizeBytes, mediaType };
  return { ...measured, perceptualHash, blurhash, dominantColour, reading };
}

function dateOrNull(text: string | null | undefined): Date | null {
  return text ? new Date(text) : null;
}

import { contentHash } from '@keyart/common';
import type { ArtworkDto, ArtworkRecord } from '@keyart/contracts';
import { invalidBody } from '../problems/invalid-body';

const CAPTION_VERSION_LENGTH = 12;
const NO_PICTURE = {
  ...{ sha256: null, widthPx: null, heightPx: null, sizeBytes: null, mediaType: null },
  ...{ perceptualHash: null, blurhash: null, dominantColour: null, reading: null },
};

/**
 * The artwork as the catalogue keeps it, with the picture it already had.
 * @throws ProblemException when the rights end before they begin
 */
export function artworkRecordOf(
  artworkId: string,
  body: ArtworkDto,
  known: ArtworkRecord | null,
): ArtworkRecord {
  const { sha256, widthPx, heightPx, sizeBytes, mediaType } = known ?? NO_PICTURE;
  const { perceptualHash, blurhash, dominantColour, reading } = known ?? NO_PICTURE;
  const { caption, facets, reviewReason, framePositionFraction, shownPeople } = body;
  const rightsFrom = dateOrNull(body.rightsFrom);
  const rightsUntil = dateOrNull(body.rightsUntil);
  if (rightsFrom && rightsUntil && rightsUntil <= rightsFrom)
    throw invalidBody([{ field: 'rightsUntil', detail: 'must be after rightsFrom' }]);
  if (reviewReason && body.reviewState !== 'rejected')
    throw invalidBody([{ field: 'reviewReason', detail: 'goes with reviewState rejected only' }]);
  return {
    ...body,
    artworkId,
    locale: body.locale ?? null,
    rightsFrom,
    rightsUntil,
    caption: caption ?? '',
    captionVersion: contentHash(caption ?? '', CAPTION_VERSION_LENGTH),
    facets: facets ?? {},
    reviewReason: reviewReason ?? null,
    framePositionFraction: framePositionFraction ?? null,
    shownPeople: shownPeople ?? [],
    ...{ sha256, widthPx, heightPx, sizeBytes, mediaType, perceptualHash, blurhash, dominantColour, reading },
  };
}

function dateOrNull(text: string | null | undefined): Date | null {
  return text ? new Date(text) : null;
}

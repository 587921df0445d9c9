import type { ArtworkRecord } from '@keyart/contracts';
import { required } from '../problems/unknown-resource';

/** An artwork whose picture was put. */
export interface ArtworkWithPicture extends ArtworkRecord {
  readonly sha256: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The artwork. @throws ProblemException `unknown-resource` when it, or its picture, is missing */
export function withPicture(artwork: ArtworkRecord | null): ArtworkWithPicture {
  return required(artwork && hasPicture(artwork) ? artwork : null, 'picture');
}

function hasPicture(artwork: ArtworkRecord): artwork is ArtworkWithPicture {
  return artwork.sha256 !== null && artwork.widthPx !== null && artwork.heightPx !== null;
}

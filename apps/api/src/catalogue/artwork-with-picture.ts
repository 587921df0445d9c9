import type { ArtworkRecord } from '@keyart/contracts';
import { required } from '../problems/unknown-resource';

/** An artwork whose picture was put. */
export interface ArtworkWithPicture extends ArtworkRecord {
  readonly sha256: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** @throws ProblemException `unknown-resource` when there is none */
export function withPicture(artwork: ArtworkRecord | null): ArtworkWithPicture {
  const { sha256, widthPx, heightPx, ...rest } = required(artwork, 'picture');
  return {
    ...rest,
    sha256: required(sha256, 'picture'),
    widthPx: required(widthPx, 'picture'),
    heightPx: required(heightPx, 'picture'),
  };
}

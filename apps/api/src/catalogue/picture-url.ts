import type { ArtworkRecord } from '@keyart/contracts';

/** Where an artwork's picture is served; the content hash in it makes the answer cacheable for good. */
export function pictureUrl({ artworkId, sha256 }: Pick<ArtworkRecord, 'artworkId' | 'sha256'>): string {
  const base = `/v1/artworks/${encodeURIComponent(artworkId)}/image`;
  return sha256 === null ? base : `${base}?v=${sha256}`;
}

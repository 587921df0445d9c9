import type { FacetStrengths } from '@keyart/contracts';
import type { ArtworkLabel } from '../labels/artwork-labels';
import type { PictureReading } from '../picture-reader';
import type { JudgedPicture } from './judged-picture';
import { matchFaces } from './match-faces';

/** Holds what was read off a picture against what a person saw on it. */
export function judgePicture(label: ArtworkLabel, { features, description }: PictureReading): JudgedPicture {
  const found = topFacetOf(description?.facets ?? {});
  return {
    artworkId: label.artworkId,
    medium: label.medium,
    faces: matchFaces(label.faces, features.faces.faces),
    lettering: { expected: label.lettering.present, found: features.lettering.lines.length > 0 },
    shotScale: { expected: label.shotScale, found: features.shotScale },
    topFacet: { accepted: label.facets, found, isRight: label.facets.some((facet) => facet === found) },
  };
}

/** The strongest facet, the first of equals; null without any. */
function topFacetOf(facets: FacetStrengths): string | null {
  const ranked = Object.entries(facets).sort(([, a], [, b]) => b - a);
  return ranked[0]?.[0] ?? null;
}

import type { ArtworkRecord, FacetStrengths, PictureDescription } from '@keyart/contracts';
import { judgeSuitability } from '../suitability/judge-suitability';
import { findReadArtwork, type ReadingRepositories, type StepOutcome } from './reading-step';

/** What the step works with. */
export interface JudgePictureParts extends ReadingRepositories {
  /** Likeness in meaning of two texts, in [0, 1]; null: cannot tell. */
  readonly likeness: (one: string, other: string) => Promise<number | null>;
}

/** Use case, third step of an artwork's flow: judges whether and where its picture may stand for its title. */
export class JudgePicture {
  constructor(private readonly parts: JudgePictureParts) {}

  async run(artworkId: string): Promise<StepOutcome> {
    const found = await findReadArtwork(this.parts, artworkId);
    if (!found) return { outcome: 'gone' };
    const { artwork, title, reading } = found;
    const { sha256, features, description } = reading;
    const isComparable = description !== null && title.synopsis !== '';
    const sceneFraction = isComparable ? await this.parts.likeness(description.text, title.synopsis) : null;
    const facets = facetsOf(artwork, description);
    const suitability = judgeSuitability({ artwork, title, features, facets, sceneFraction });
    const isKept = await this.parts.readings.saveSuitability(artworkId, sha256, suitability);
    return { outcome: isKept ? 'done' : 'gone' };
  }
}

/** As rankers see them: the editor's, or where none were named those read off the picture. */
function facetsOf({ facets }: ArtworkRecord, description: PictureDescription | null): FacetStrengths {
  return Object.keys(facets).length > 0 ? facets : (description?.facets ?? {});
}

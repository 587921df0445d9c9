import { contentHash } from '@keyart/common';
import type {
  ArtworkRecord,
  FacetStrengths,
  PictureFeatures,
  Suitability,
  TitleRecord,
} from '@keyart/contracts';
import { letteringScript } from './lettering-script';
import { pictureFaults } from './picture-faults';
import { REPRESENTATIVE_FRACTION } from './representative-fraction';
import { representativeness } from './representativeness';
import { isTitleReadable } from './title-readability';

/** A picture that was read, and the title it shall stand for. */
export interface SuitabilityQuestion {
  readonly artwork: ArtworkRecord;
  readonly title: TitleRecord;
  readonly features: PictureFeatures;
  /** Of the picture, in [0, 1]: the editor's, or those read off it. */
  readonly facets: FacetStrengths;
  /** See `RepresentativenessQuestion`. */
  readonly sceneFraction: number | null;
}

/** Raise when a rule or a constant changes: what was judged by another version is judged anew. */
export const SUITABILITY_VERSION = 'suitability/1';

/** Whether and where a picture may stand for its title. Pure. */
export function judgeSuitability(question: SuitabilityQuestion): Suitability {
  const { artwork, title, features } = question;
  const { lettering } = features;
  const script = artwork.locale === null ? letteringScript(lettering) : null;
  const judged = {
    version: `${SUITABILITY_VERSION}/${contentHash(JSON.stringify(features.versions), 8)}`,
    faults: pictureFaults(features.quality),
    letteringScript: script,
    isTitleReadable: isTitleReadable(lettering, title.name),
    representativeness: representativeness(question),
  };
  return { ...judged, notes: notesOn(question, judged) };
}

/** What an editor should look at. */
function notesOn(
  { artwork, features }: SuitabilityQuestion,
  { letteringScript: script, representativeness: { fraction } }: Omit<Suitability, 'notes'>,
): string[] {
  const hasLettering = features.lettering.lines.length > 0;
  const notes: string[] = [];
  if (script !== null) notes.push(`carries ${script} lettering, but no language was declared for it`);
  if (artwork.locale !== null && !hasLettering)
    notes.push(`lettering in ${artwork.locale} was declared, but none was found`);
  if (fraction !== null && fraction < REPRESENTATIVE_FRACTION)
    notes.push('shows little of what the title contains: only ever the editorial choice');
  return notes;
}

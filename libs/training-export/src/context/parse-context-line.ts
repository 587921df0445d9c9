import type { TrainingArtwork, TrainingTitle, TrainingViewer } from '@keyart/contracts';
import { JsonFields, type PlacedLine } from './json-fields';

/** A line of `titles.jsonl`. @throws TrainingExportError `BAD_CONTEXT_LINE` naming line and field */
export function parseTitle(line: PlacedLine): TrainingTitle {
  const fields = JsonFields.parse(line);
  return {
    ...{ titleId: fields.id('titleId'), name: fields.text('name'), year: fields.yearOrNull('year') },
    ...{ genres: fields.textList('genres'), synopsis: fields.text('synopsis') },
    isHeldOut: fields.optionalFlag('isHeldOut'),
  };
}

/** A line of `artworks.jsonl`. @throws TrainingExportError `BAD_CONTEXT_LINE` naming line and field */
export function parseArtwork(line: PlacedLine): TrainingArtwork {
  const fields = JsonFields.parse(line);
  return {
    ...{ artworkId: fields.id('artworkId'), titleId: fields.id('titleId'), caption: fields.text('caption') },
    isEditorialDefault: fields.flag('isEditorialDefault'),
  };
}

/**
 * A line of `viewers.jsonl`.
 * @param isWanted members of the log: of others the history is not looked at
 * @returns null for a member who is not wanted
 * @throws TrainingExportError `BAD_CONTEXT_LINE` naming line, film and field
 */
export function parseViewer(
  line: PlacedLine,
  isWanted: (memberId: string) => boolean,
): TrainingViewer | null {
  const fields = JsonFields.parse(line);
  const memberId = fields.id('memberId');
  if (!isWanted(memberId)) return null;
  const history = fields.objects('history').map((entry) => ({
    ...{ title: entry.text('title'), year: entry.yearOrNull('year'), genres: entry.textList('genres') },
    ...{ people: entry.textList('people'), rating: entry.stars('rating') },
    watchedAt: entry.instant('watchedAt'),
  }));
  return { memberId, region: fields.text('region'), history, isHeldOut: fields.optionalFlag('isHeldOut') };
}

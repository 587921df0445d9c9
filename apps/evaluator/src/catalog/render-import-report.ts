import type { ImportReport } from '@keyart/catalog';
import { renderTable } from '../terminal/table';

const HEADING = ['', 'new', 'changed', 'unchanged', 'duplicate', 'refused'];
/** Of these there is nothing to say, and of the next two only before it is done. */
const SILENT = ['unchanged'];
const DONE = ['new', 'changed'];

/** What an import did, or would do, as text: rows to look at, then counts. */
export function renderImportReport({ isDryRun, titles, artworks, rows }: ImportReport): string {
  const silent = isDryRun ? SILENT : [...SILENT, ...DONE];
  const listed = rows.filter(({ outcome }) => !silent.includes(outcome));
  const lines = listed.map(({ outcome, place, artworkId, detail }) => [
    outcome,
    artworkId,
    place,
    detail ?? '',
  ]);
  const counts = [
    ['titles', titles.new, titles.changed, titles.unchanged, '', ''],
    ['artworks', ...HEADING.slice(1).map((name) => artworks[name as keyof typeof artworks])],
  ].map((row) => row.map(String));
  return [
    ...(lines.length > 0 ? [renderTable([['outcome', 'artwork', 'place', 'why'], ...lines]), ''] : []),
    renderTable([HEADING, ...counts]),
    ...(isDryRun ? ['', 'This was a dry run: nothing was written.'] : []),
  ].join('\n');
}

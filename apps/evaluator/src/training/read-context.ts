import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { TrainingArtwork, TrainingTitle } from '@keyart/contracts';
import {
  parseArtwork,
  parseTitle,
  parseViewer,
  TrainingExportError,
  ViewerTimeline,
  type ExportContext,
  type PlacedLine,
} from '@keyart/training-export';
import { linesOf } from './lines-of';

/** Files of a context folder. */
export const CONTEXT_FILES = {
  titles: 'titles.jsonl',
  artworks: 'artworks.jsonl',
  viewers: 'viewers.jsonl',
} as const;

/**
 * Reads a context folder. Of members that are not in the log nothing is kept.
 * @param memberIds of the log
 * @throws TrainingExportError naming file, line and field
 */
export async function readContext(folder: string, memberIds: readonly string[]): Promise<ExportContext> {
  const titles = new Map<string, TrainingTitle>();
  for await (const line of placedLines(path.join(folder, CONTEXT_FILES.titles)))
    put(titles, parseTitle(line), { idField: 'titleId', line });
  const artworks = new Map<string, TrainingArtwork>();
  for await (const line of placedLines(path.join(folder, CONTEXT_FILES.artworks)))
    put(artworks, parseArtwork(line), { idField: 'artworkId', line });
  return { titles, artworks, ...(await readViewers(folder, memberIds)) };
}

async function readViewers(
  folder: string,
  memberIds: readonly string[],
): Promise<Pick<ExportContext, 'viewers' | 'hasHeldOutViewers'>> {
  const wanted = new Set(memberIds);
  const viewers = new Map<string, ViewerTimeline>();
  let hasHeldOutViewers = false;
  for await (const line of placedLines(path.join(folder, CONTEXT_FILES.viewers))) {
    const viewer = parseViewer(line, (id) => wanted.has(id));
    if (viewer === null) continue;
    hasHeldOutViewers ||= viewer.isHeldOut ?? false;
    put(viewers, new ViewerTimeline(viewer), { idField: 'memberId', line });
  }
  return { viewers, hasHeldOutViewers };
}

interface PlacedId<Field extends string> {
  readonly idField: Field;
  readonly line: PlacedLine;
}

function put<Field extends string, T extends Readonly<Record<Field, string>>>(
  known: Map<string, T>,
  one: T,
  { idField, line }: PlacedId<Field>,
): void {
  const id = one[idField];
  if (known.has(id))
    throw new TrainingExportError('BAD_CONTEXT_LINE', `${line.place}: ${idField} ${id} stands there twice`);
  known.set(id, one);
}

/** Lines of a file that must be there; empty ones are passed over. @throws TrainingExportError `BAD_CONTEXT_FILE` */
export async function* placedLines(file: string): AsyncIterable<PlacedLine> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new TrainingExportError('BAD_CONTEXT_FILE', `${file} is no file`);
  if (found.size === 0) throw new TrainingExportError('BAD_CONTEXT_FILE', `${file} is empty`);
  let number = 0;
  for await (const text of linesOf(file)) {
    number++;
    if (text.trim() !== '') yield { text, place: `${file} line ${number}` };
  }
}

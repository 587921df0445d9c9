import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ProgressListener } from '@keyart/common';
import { DECISION_LOG_SCHEMA } from '@keyart/contracts';
import type { LogRepository } from '@keyart/db';
import { convertLog } from './convert-log';
import { logFormatOf } from './log-format';
import { strongestFacets } from './strongest-facets';
import { toLogRow, type LogNames } from './to-log-row';
import { userIdsOf } from './user-ids';

const BATCH_ROW_COUNT = 2000;

/** How an export is made. */
export interface LogExportOptions {
  /** Members by their own ids instead of pseudonyms. */
  readonly hasRawIds?: boolean;
  readonly onProgress?: ProgressListener;
}

/** What an export wrote and what it left out, and why. */
export interface LogExport {
  readonly schema: string;
  readonly file: string;
  readonly rowCount: number;
  /** Served but never rendered: they say nothing about a picture. */
  readonly notRenderedCount: number;
  /** Rendered, but the reward window is still open or not yet attributed. */
  readonly pendingCount: number;
}

interface Lines {
  readonly log: LogRepository;
  readonly names: LogNames;
  readonly onRow: () => void;
}

async function* jsonLines({ log, names, onRow }: Lines): AsyncGenerator<string> {
  for await (const batch of log.stream(BATCH_ROW_COUNT)) {
    for (const { decision, reward } of batch) {
      onRow();
      yield `${JSON.stringify(toLogRow(decision, reward, names))}\n`;
    }
  }
}

/**
 * Writes the decision log to a file by its extension: Parquet, CSV or JSON lines. The file appears whole or not at all.
 * Members stand in it by pseudonyms of this one export, see `userIdsOf`.
 * @throws InputError for an unknown extension
 */
export async function exportLog(
  log: LogRepository,
  out: string,
  { hasRawIds = false, onProgress }: LogExportOptions = {},
): Promise<LogExport> {
  const file = path.resolve(out);
  const format = logFormatOf(file);
  const counts = await log.counts();
  await mkdir(path.dirname(file), { recursive: true });
  const workFolder = await mkdtemp(path.join(path.dirname(file), '.keyart-export-'));
  try {
    let rowCount = 0;
    const lines = path.join(workFolder, 'log.jsonl');
    const onRow = (): void => {
      rowCount++;
      onProgress?.(Math.min(1, rowCount / Math.max(1, counts.attributed)));
    };
    const facetOf = strongestFacets(await log.facetsByArtwork());
    const names = { userIdOf: userIdsOf(hasRawIds), facetOf };
    await pipeline(Readable.from(jsonLines({ log, names, onRow })), createWriteStream(lines));
    const result = format === 'jsonl' ? lines : path.join(workFolder, `log.${format}`);
    if (format !== 'jsonl') await convertLog(lines, result, format);
    await rename(result, file);
    return {
      schema: DECISION_LOG_SCHEMA,
      file,
      rowCount,
      notRenderedCount: counts.decisions - counts.rendered,
      pendingCount: Math.max(0, counts.rendered - rowCount),
    };
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

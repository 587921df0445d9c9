import { setTimeout as pause } from 'node:timers/promises';
import type { CatalogueSnapshot } from '@keyart/catalog';
import { DependencyError, showProgress } from '@keyart/common';
import type { ArtworkReading } from '@keyart/contracts';
import type { ApiClient } from './api-client';
import type { ReadingsById } from './report-gallery';
import { runJobs } from './run-jobs';

const POLL_INTERVAL_MS = 300;
/** A worker that judges nothing for so long is broken. */
const STALLED_AFTER_MS = 120_000;

/**
 * Has the worker read all pictures that were not read yet, and waits until each is judged.
 * @returns the readings
 * @throws DependencyError `READING_FAILED` naming an artwork and why, `QUEUE_STALLED`
 */
export async function readPictures(api: ApiClient, catalogue: CatalogueSnapshot): Promise<ReadingsById> {
  await runJobs(api, { label: 'pictures in line', name: 'reread-pictures', payloads: [{}] });
  const progress = showProgress('reading pictures');
  const waiting = new Set(
    catalogue.titles.flatMap(({ titleId }) =>
      catalogue.artworksOf(titleId).map(({ artworkId }) => artworkId),
    ),
  );
  const total = waiting.size;
  const readings = new Map<string, ArtworkReading>();
  for (let lastMoveAtMs = performance.now(); waiting.size > 0;) {
    for (const artworkId of waiting) {
      const { state, reading } = await api.reading(artworkId);
      if (state !== 'judged' || !reading) break;
      readings.set(artworkId, reading);
      waiting.delete(artworkId);
      lastMoveAtMs = performance.now();
      progress.update(readings.size / total, artworkId);
    }
    if (performance.now() - lastMoveAtMs > STALLED_AFTER_MS) await explainStall(api);
    if (waiting.size > 0) await pause(POLL_INTERVAL_MS);
  }
  progress.done(`${readings.size} pictures read`);
  return readings;
}

async function explainStall(api: ApiClient): Promise<never> {
  const [failed] = await api.failedJobs('read-picture');
  if (failed)
    throw new DependencyError('READING_FAILED', `a picture could not be read: ${failed.failure}`, false);
  throw new DependencyError('QUEUE_STALLED', 'no picture was read for two minutes', true);
}

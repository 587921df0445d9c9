import { DependencyError, type Logger } from '@keyart/common';
import type { ArtworkRecord } from '@keyart/contracts';
import type { ArtworkReadingsRepository } from '@keyart/db';
import { LRUCache } from 'lru-cache';
import { cropSubjectOf, type CropSubject } from './crop-subject';

const KEPT_MS = 30_000;
const MAX_KEPT = 10_000;

/** Where readings come from. */
export interface CropSubjectsOptions {
  readonly readings: Pick<ArtworkReadingsRepository, 'findByArtwork'>;
  readonly logger: Logger;
}

/** An artwork, and which picture of it was read. */
export type ArtworkToCrop = Pick<ArtworkRecord, 'artworkId' | 'sha256' | 'reading'>;

interface Known {
  readonly subject: CropSubject | null;
}

/** What crops are to keep, by artwork; asked for anew every half a minute, so that another reading counts soon. */
export class CropSubjects {
  private readonly kept: LRUCache<string, Known, ArtworkToCrop>;

  constructor(private readonly options: CropSubjectsOptions) {
    this.kept = new LRUCache({
      ...{ max: MAX_KEPT, ttl: KEPT_MS },
      fetchMethod: (_key, stale, { context }) => this.read(context, stale),
    });
  }

  /** Null while the artwork's picture was not read, or the database cannot say: pictures do not wait for it. */
  async find(artwork: ArtworkToCrop): Promise<CropSubject | null> {
    const { artworkId, sha256, reading } = artwork;
    if (sha256 === null || reading?.sha256 !== sha256) return null;
    const known = await this.kept.fetch(`${artworkId}/${sha256}`, { context: artwork });
    return known?.subject ?? null;
  }

  private async read(
    { artworkId, sha256 }: ArtworkToCrop,
    stale: Known | undefined,
  ): Promise<Known | undefined> {
    try {
      const reading = await this.options.readings.findByArtwork(artworkId);
      return { subject: reading?.sha256 === sha256 ? cropSubjectOf(reading.features) : null };
    } catch (error) {
      if (!(error instanceof DependencyError)) throw error;
      this.options.logger.warn({ reason: error.message }, 'what a picture shows could not be looked up');
      return stale;
    }
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { messageOf, type Logger } from '@keyart/common';
import type { ArtworkRecord, ReadingUrgency } from '@keyart/contracts';
import { ArtworksRepository } from '@keyart/db';
import type { JobProducer } from '@keyart/queue';
import { JOB_PRODUCER, LOGGER } from '../core/tokens';

/**
 * Starts the flows of artworks whose picture or words have changed. A queue that does not answer fails nothing: the catalogue
 * is written already, and the hourly rereading finds what was not read.
 */
@Injectable()
export class ReadingStarter {
  constructor(
    private readonly artworks: ArtworksRepository,
    @Inject(JOB_PRODUCER) private readonly jobs: JobProducer,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** The artwork's picture is new, or what is said of it; without a picture there is nothing to read. */
  async start(
    { artworkId, sha256 }: Pick<ArtworkRecord, 'artworkId' | 'sha256'>,
    urgency: ReadingUrgency,
  ): Promise<void> {
    if (sha256 === null) return;
    try {
      await this.jobs.readPicture(artworkId, urgency);
    } catch (error) {
      this.logger.warn({ artworkId, reason: messageOf(error) }, 'a picture waits for the next rereading');
    }
  }

  /** What is said of a title has changed: its pictures are described and judged anew. */
  async startAll(titleId: string): Promise<void> {
    for (const artwork of await this.artworks.listByTitle(titleId)) await this.start(artwork, 'bulk');
  }
}

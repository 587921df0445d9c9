import type { ReadingUrgency } from '@keyart/contracts';
import type { ArtworkReadingsRepository } from '@keyart/db';
import { CatalogInputError } from '../errors';

const PAGE_COUNT = 500;

/** What the walk works with. */
export interface RereadPicturesParts {
  readonly readings: Pick<ArtworkReadingsRepository, 'outdated'>;
  /** Extractor → version that there is now. */
  readonly versions: Readonly<Record<string, string>>;
  readonly start: (artworkId: string, urgency: ReadingUrgency) => Promise<unknown>;
}

/** Which pictures to read anew; unset: those that were not read to the end, or by other versions. */
export interface RereadQuestion {
  /** Of this group of features only. */
  readonly extractor?: string;
  /** Told after each artwork put in line. */
  readonly onStarted?: (startedCount: number) => void;
}

/** Use case: starts the flows of all artworks whose readings are out of date, behind everything else that waits. */
export class RereadPictures {
  constructor(private readonly parts: RereadPicturesParts) {}

  /** @returns how many flows were started */
  async run({ extractor, onStarted }: RereadQuestion): Promise<{ startedCount: number }> {
    const { readings, start } = this.parts;
    const versions = this.versionsOf(extractor);
    let startedCount = 0;
    for (let after = ''; ;) {
      const ids = await readings.outdated({ versions, after, limit: PAGE_COUNT });
      for (const artworkId of ids) {
        await start(artworkId, 'bulk');
        startedCount++;
        onStarted?.(startedCount);
      }
      if (ids.length < PAGE_COUNT) return { startedCount };
      after = ids[ids.length - 1];
    }
  }

  private versionsOf(extractor: string | undefined): Readonly<Record<string, string>> {
    const { versions } = this.parts;
    if (extractor === undefined) return versions;
    if (!Object.hasOwn(versions, extractor))
      throw new CatalogInputError(
        'UNKNOWN_EXTRACTOR',
        `no extractor ${extractor}; there are ${Object.keys(versions).join(', ')}`,
      );
    return { [extractor]: versions[extractor] };
  }
}

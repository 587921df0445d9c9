import type { ArtworkReading } from '@keyart/contracts';
import type { Database } from './database';

/** What was read off the artworks' pictures. */
export class ArtworkReadingsRepository {
  constructor(private readonly database: Database) {}

  /** null for an artwork whose picture was not read yet. */
  async findByArtwork(artworkId: string): Promise<ArtworkReading | null> {
    const row = await this.database.prisma.artworkReading.findUnique({
      where: { artworkId },
      omit: { look: true },
    });
    // The JSON is trusted: nobody else writes it.
    return row as ArtworkReading | null;
  }
}

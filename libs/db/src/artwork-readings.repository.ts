import type {
  ArtworkReading,
  PictureDescription,
  PictureFeatures,
  PictureLook,
  Suitability,
} from '@keyart/contracts';
import type { Database } from './database';

/** What was read off a picture. */
export interface ReadFeatures {
  readonly artworkId: string;
  /** Of the picture. */
  readonly sha256: string;
  readonly features: PictureFeatures;
  readonly look: PictureLook;
  readonly readAt: Date;
}

/** Which readings are out of date. */
export interface OutdatedQuery {
  /** Extractor → version that there is now. */
  readonly versions: Readonly<Record<string, string>>;
  /** Artworks up to this id were looked at; empty: none. */
  readonly after: string;
  readonly limit: number;
}

const SAVE_FEATURES = `
INSERT INTO artwork_reading AS r (artwork_id, sha256, features, look, read_at)
SELECT id, $2, $3::jsonb, $4::jsonb, $5 FROM artwork WHERE id = $1 AND sha256 = $2
ON CONFLICT (artwork_id) DO UPDATE SET
  sha256 = EXCLUDED.sha256, features = EXCLUDED.features, look = EXCLUDED.look, read_at = EXCLUDED.read_at,
  description = CASE WHEN r.sha256 = EXCLUDED.sha256 THEN r.description END,
  suitability = CASE WHEN r.sha256 = EXCLUDED.sha256 THEN r.suitability END
RETURNING artwork_id`;

const OUTDATED = `
SELECT a.id FROM artwork a LEFT JOIN artwork_reading r ON r.artwork_id = a.id AND r.sha256 = a.sha256
WHERE a.sha256 IS NOT NULL AND a.id > $1 AND (r.suitability IS NULL OR NOT r.features -> 'versions' @> $2::jsonb)
ORDER BY a.id LIMIT $3`;

/** What was read off the artworks' pictures, one reading an artwork. */
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

  /**
   * Keeps what was read; description and judgement of the same picture stay until they are made anew.
   * @returns false when the artwork has another picture by now, or is gone: nothing is kept then
   */
  async saveFeatures({ artworkId, sha256, features, look, readAt }: ReadFeatures): Promise<boolean> {
    const values = [artworkId, sha256, JSON.stringify(features), JSON.stringify(look), readAt];
    return (await this.database.query({ text: SAVE_FEATURES, values })).length > 0;
  }

  /** @returns false when the reading is of another picture by now */
  async saveDescription(
    artworkId: string,
    sha256: string,
    description: PictureDescription,
  ): Promise<boolean> {
    return this.saveStep({ column: 'description', artworkId, sha256, value: description });
  }

  /** @returns false when the reading is of another picture by now */
  async saveSuitability(artworkId: string, sha256: string, suitability: Suitability): Promise<boolean> {
    return this.saveStep({ column: 'suitability', artworkId, sha256, value: suitability });
  }

  /** Ids of artworks with a picture that was not read to the end, or by other versions; in order. */
  async outdated({ versions, after, limit }: OutdatedQuery): Promise<string[]> {
    const values = [after, JSON.stringify(versions), limit];
    const rows = await this.database.query<{ id: string }>({ text: OUTDATED, values });
    return rows.map(({ id }) => id);
  }

  private async saveStep(step: ReadingStep): Promise<boolean> {
    const text = `UPDATE artwork_reading SET ${step.column} = $3::jsonb WHERE artwork_id = $1 AND sha256 = $2 RETURNING artwork_id`;
    const values = [step.artworkId, step.sha256, JSON.stringify(step.value)];
    return (await this.database.query({ text, values })).length > 0;
  }
}

interface ReadingStep {
  readonly column: 'description' | 'suitability';
  readonly artworkId: string;
  readonly sha256: string;
  readonly value: PictureDescription | Suitability;
}

import type { CaptionEmbeddingRecord } from '@keyart/contracts';
import type { Database } from './database';
import { bytesOfVector, vectorOfBytes } from './vector-bytes';

const SAVE = `
INSERT INTO caption_embedding (caption_hash, model, vector, embedded_at)
SELECT hash, $2, vector, $4 FROM unnest($1::text[], $3::bytea[]) AS given (hash, vector)
ON CONFLICT (caption_hash, model) DO UPDATE SET vector = EXCLUDED.vector, embedded_at = EXCLUDED.embedded_at`;

const SINCE = `
SELECT caption_hash AS "captionHash", vector, embedded_at AS "embeddedAt"
FROM caption_embedding WHERE model = $1 AND embedded_at >= $2`;

interface EmbeddingRow {
  readonly captionHash: string;
  readonly vector: Buffer;
  readonly embeddedAt: Date;
}

/** Captions as vectors, by the captions' content and the text model; what artwork has which caption is the catalogue's matter. */
export class CaptionEmbeddingsRepository {
  constructor(private readonly database: Database) {}

  /** Stores or replaces vectors of the model, all or none; bit for bit. */
  async saveMany(
    model: string,
    records: readonly Omit<CaptionEmbeddingRecord, 'embeddedAt'>[],
    embeddedAt: Date,
  ): Promise<void> {
    if (records.length === 0) return;
    const hashes = records.map(({ captionHash }) => captionHash);
    const vectors = records.map(({ vector }) => bytesOfVector(vector));
    await this.database.query({ text: SAVE, values: [hashes, model, vectors, embeddedAt] });
  }

  /** The model's vectors that were made at that time or later, in any order. */
  async since(model: string, from: Date): Promise<CaptionEmbeddingRecord[]> {
    const rows = await this.database.query<EmbeddingRow>({ text: SINCE, values: [model, from] });
    return rows.map((row) => ({ ...row, vector: vectorOfBytes(row.vector) }));
  }

  /** Hashes of all captions that the model has embedded. */
  async hashesOf(model: string): Promise<Set<string>> {
    const text = 'SELECT caption_hash AS hash FROM caption_embedding WHERE model = $1';
    const rows = await this.database.query<{ hash: string }>({ text, values: [model] });
    return new Set(rows.map(({ hash }) => hash));
  }

  /** Removes vectors of other models and of other captions than those. @returns how many */
  async deleteOthers(model: string, hashes: readonly string[]): Promise<number> {
    const text = `DELETE FROM caption_embedding WHERE model <> $1 OR caption_hash <> ALL($2::text[]) RETURNING 1`;
    return (await this.database.query({ text, values: [model, hashes] })).length;
  }
}

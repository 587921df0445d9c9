import type { Database } from './database';
import { bytesOfVector, vectorOfBytes } from './vector-bytes';

const SAVE = `
INSERT INTO synopsis_embedding (synopsis_hash, model, vector, embedded_at)
SELECT hash, $2, vector, $4 FROM unnest($1::text[], $3::bytea[]) AS given (hash, vector)
ON CONFLICT (synopsis_hash, model) DO UPDATE SET vector = EXCLUDED.vector, embedded_at = EXCLUDED.embedded_at`;

const FIND = `
SELECT synopsis_hash AS hash, vector FROM synopsis_embedding WHERE model = $1 AND synopsis_hash = ANY($2::text[])`;

const DELETE_OTHERS = `
DELETE FROM synopsis_embedding WHERE model <> $1 OR synopsis_hash <> ALL($2::text[]) RETURNING 1`;

/** A synopsis as a vector, by its content. */
export interface SynopsisEmbedding {
  readonly hash: string;
  /** `[D]`, of length 1. */
  readonly vector: Float32Array;
}

/** Synopses as vectors, by the synopses' content and the text model. */
export class SynopsisEmbeddingsRepository {
  constructor(private readonly database: Database) {}

  /** Those of the synopses that the model has embedded, by hash; bit for bit. */
  async find(model: string, hashes: readonly string[]): Promise<Map<string, Float32Array>> {
    const statement = { text: FIND, values: [model, hashes] };
    const rows = await this.database.query<{ hash: string; vector: Buffer }>(statement);
    return new Map(rows.map(({ hash, vector }) => [hash, vectorOfBytes(vector)]));
  }

  /** Stores or replaces vectors of the model, all or none. @param embeddings each hash once */
  async saveMany(model: string, embeddings: readonly SynopsisEmbedding[], embeddedAt: Date): Promise<void> {
    if (embeddings.length === 0) return;
    const hashes = embeddings.map(({ hash }) => hash);
    const vectors = embeddings.map(({ vector }) => bytesOfVector(vector));
    await this.database.query({ text: SAVE, values: [hashes, model, vectors, embeddedAt] });
  }

  /** Removes vectors of other models and of other synopses than those. @returns how many */
  async deleteOthers(model: string, hashes: readonly string[]): Promise<number> {
    return (await this.database.query({ text: DELETE_OTHERS, values: [model, hashes] })).length;
  }
}

import type { Database } from './database';

/** An API key; only its hash is stored. */
export interface ApiKeyRecord {
  readonly name: string;
  readonly keyHash: string;
  readonly scopes: readonly string[];
}

/** Who may call. */
export class ApiKeysRepository {
  constructor(private readonly database: Database) {}

  /** Creates the key, or renames it and replaces its scopes where the hash is known. */
  async create({ name, keyHash, scopes }: ApiKeyRecord): Promise<void> {
    const data = { name, scopes: [...scopes] };
    await this.database.prisma.apiKey.upsert({
      where: { keyHash },
      create: { keyHash, ...data },
      update: data,
    });
  }

  /** null for an unknown hash. */
  async findByHash(keyHash: string): Promise<ApiKeyRecord | null> {
    return this.database.prisma.apiKey.findUnique({
      where: { keyHash },
      select: { name: true, keyHash: true, scopes: true },
    });
  }
}

import { randomUUID } from 'node:crypto';
import type { ApiKeyRecord } from './api-key-record';
import type { Database } from './database';
import { pageArgs, type PageQuery } from './page-query';

/** A key to be kept. */
export interface ApiKeyCreation {
  readonly name: string;
  readonly keyHash: string;
  readonly prefix?: string;
  readonly scopes: readonly string[];
  readonly expiresAt?: Date | null;
}

/** A new secret for a key's name, scopes and end. */
export interface ApiKeyReplacement {
  readonly keyHash: string;
  readonly prefix: string;
  readonly at: Date;
  /** When the old secret stops letting anybody in, at the latest. */
  readonly oldEndsAt: Date;
}

/** Who may call. */
export class ApiKeysRepository {
  constructor(private readonly database: Database) {}

  /** Keeps the key, or renames it and replaces its scopes where the hash is known; a revoked one stays revoked. */
  async create({ keyHash, scopes, prefix = '', ...rest }: ApiKeyCreation): Promise<ApiKeyRecord> {
    const data = { ...rest, prefix, scopes: [...scopes] };
    return this.database.prisma.apiKey.upsert({
      where: { keyHash },
      create: { keyHash, ...data },
      update: data,
    });
  }

  /** null for an unknown hash. Expired and revoked keys are found; see `isLiveKey`. */
  async findByHash(keyHash: string): Promise<ApiKeyRecord | null> {
    return this.database.prisma.apiKey.findUnique({ where: { keyHash } });
  }

  /** null for an unknown id. */
  async findById(id: string): Promise<ApiKeyRecord | null> {
    return this.database.prisma.apiKey.findUnique({ where: { id } });
  }

  /** One page, by id; revoked and expired ones too. */
  async list(query: PageQuery): Promise<ApiKeyRecord[]> {
    return this.database.prisma.apiKey.findMany(pageArgs(query));
  }

  /** The successor; null where the key is unknown, ended, or has one already. Of two calls at a time one succeeds. */
  async replace(id: string, successor: ApiKeyReplacement): Promise<ApiKeyRecord | null> {
    const { keyHash, prefix, at, oldEndsAt } = successor;
    const where = {
      id,
      replacedById: null,
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: at } }],
    };
    return this.database.prisma.$transaction(async ({ apiKey }) => {
      const old = await apiKey.findFirst({ where });
      if (!old) return null;
      const { name, scopes, expiresAt } = old;
      const replacement = { replacedById: randomUUID(), expiresAt: earlier(expiresAt, oldEndsAt) };
      const { count } = await apiKey.updateMany({ where, data: replacement });
      if (count === 0) return null;
      return apiKey.create({
        data: { id: replacement.replacedById, name, scopes, expiresAt, keyHash, prefix },
      });
    });
  }

  /** Ends the key now and for good; the first revocation's time stays. False for an unknown id. */
  async revoke(id: string, at: Date): Promise<boolean> {
    await this.database.prisma.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: at } });
    return (await this.findById(id)) !== null;
  }

  /** Notes the day of a use, so that forgotten keys can be found. */
  async recordUse(id: string, day: Date): Promise<void> {
    const isNews = { OR: [{ lastUsedOn: null }, { lastUsedOn: { lt: day } }] };
    await this.database.prisma.apiKey.updateMany({ where: { id, ...isNews }, data: { lastUsedOn: day } });
  }
}

function earlier(end: Date | null, other: Date): Date {
  return end !== null && end < other ? end : other;
}

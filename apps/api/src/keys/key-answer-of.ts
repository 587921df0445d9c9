import type { ApiScope, KeyDto } from '@keyart/contracts';
import type { ApiKeyRecord } from '@keyart/db';

const DAY_LENGTH = 'YYYY-MM-DD'.length;

/** A key as answered: without its hash. */
export function keyAnswerOf(record: ApiKeyRecord): KeyDto {
  return {
    keyId: record.id,
    name: record.name,
    prefix: record.prefix,
    scopes: record.scopes as ApiScope[],
    createdAt: record.createdAt.toISOString(),
    expiresAt: record.expiresAt?.toISOString() ?? null,
    lastUsedOn: record.lastUsedOn?.toISOString().slice(0, DAY_LENGTH) ?? null,
    replacedBy: record.replacedById,
    revokedAt: record.revokedAt?.toISOString() ?? null,
  };
}

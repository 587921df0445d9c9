/** What is kept of an API key: never the key, only its hash. */
export interface ApiKeyRecord {
  readonly id: string;
  readonly name: string;
  /** Its first characters, to recognise it by; empty where they were not kept. */
  readonly prefix: string;
  readonly keyHash: string;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  /** Lets nobody in from this instant on; null: no end. */
  readonly expiresAt: Date | null;
  /** UTC day, as its midnight; null: never used. */
  readonly lastUsedOn: Date | null;
  /** The key that takes its place; null: none. */
  readonly replacedById: string | null;
  readonly revokedAt: Date | null;
}

/** Whether the key lets its holder in at `nowMs`, milliseconds since the epoch. */
export function isLiveKey({ expiresAt, revokedAt }: ApiKeyRecord, nowMs: number): boolean {
  return revokedAt === null && (expiresAt === null || expiresAt.getTime() > nowMs);
}

import { contentHash, type Clock } from '@keyart/common';
import type { ApiScope } from '@keyart/contracts';
import type { ApiKeysRepository } from '@keyart/db';

const KEPT_MS = 5_000;
const MAX_KEPT = 1_000;

/** Who sent a request. */
export interface ApiKeyHolder {
  readonly name: string;
  readonly scopes: ReadonlySet<string>;
}

interface KeptAnswer {
  readonly holder: ApiKeyHolder;
  readonly untilMs: number;
}

/** Finds the holder of an API key; found ones are kept for some seconds, so that a revoked key soon stops working. */
export class KeyRing {
  private readonly kept = new Map<string, KeptAnswer>();

  constructor(
    private readonly keys: Pick<ApiKeysRepository, 'findByHash'>,
    private readonly clock: Clock,
  ) {}

  /** Null for a key that is not known. */
  async find(key: string): Promise<ApiKeyHolder | null> {
    const hash = contentHash(key);
    const kept = this.kept.get(hash);
    if (kept && kept.untilMs > this.clock.nowMs()) return kept.holder;
    this.kept.delete(hash);
    const record = await this.keys.findByHash(hash);
    if (!record) return null;
    const holder = { name: record.name, scopes: new Set<ApiScope | string>(record.scopes) };
    this.keep(hash, holder);
    return holder;
  }

  private keep(hash: string, holder: ApiKeyHolder): void {
    if (this.kept.size >= MAX_KEPT) this.kept.clear();
    this.kept.set(hash, { holder, untilMs: this.clock.nowMs() + KEPT_MS });
  }
}

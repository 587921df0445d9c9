import { apiKeyHash, HitCounter, messageOf, type Clock, type Logger } from '@keyart/common';
import { isLiveKey, type ApiKeyRecord, type ApiKeysRepository } from '@keyart/db';
import { LRUCache } from 'lru-cache';

const KEPT_MS = 5_000;
const MAX_KEPT = 1_000;
const DAY_MS = 86_400_000;

/** Who sent a request. */
export interface ApiKeyHolder {
  readonly keyId: string;
  readonly name: string;
  readonly scopes: ReadonlySet<string>;
}

interface KeptAnswer {
  readonly record: ApiKeyRecord;
  readonly holder: ApiKeyHolder;
  readonly untilMs: number;
}

/** What the ring needs. */
export interface KeyRingOptions {
  readonly keys: Pick<ApiKeysRepository, 'findByHash' | 'recordUse'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Finds the holder of an API key. Found ones are asked for anew every few seconds, so that a revoked key soon stops
 * working; keys nobody knows are not kept, so that guesses cannot fill the memory.
 */
export class KeyRing {
  /** How often it was asked. */
  readonly counter = new HitCounter();
  private readonly kept = new LRUCache<string, KeptAnswer>({ max: MAX_KEPT });

  constructor(private readonly options: KeyRingOptions) {}

  /** Null for a key that is not known, has expired or was revoked. */
  async find(key: string): Promise<ApiKeyHolder | null> {
    const hash = apiKeyHash(key);
    const nowMs = this.options.clock.nowMs();
    const kept = this.kept.get(hash);
    const isKept = this.counter.count(kept !== undefined && kept.untilMs > nowMs);
    const answer = kept && isKept ? kept : await this.ask(hash, nowMs);
    return answer && isLiveKey(answer.record, nowMs) ? answer.holder : null;
  }

  /** Whether the key let somebody in before; such a key is no guess. */
  hasSeen(key: string): boolean {
    return this.kept.has(apiKeyHash(key));
  }

  private async ask(hash: string, nowMs: number): Promise<KeptAnswer | null> {
    const record = await this.options.keys.findByHash(hash);
    if (!record || !isLiveKey(record, nowMs)) {
      this.kept.delete(hash);
      return null;
    }
    this.noteUse(record, nowMs);
    const { id, name, scopes } = record;
    const answer = { record, holder: { keyId: id, name, scopes: new Set(scopes) }, untilMs: nowMs + KEPT_MS };
    this.kept.set(hash, answer);
    return answer;
  }

  /** The day is a courtesy to whoever tidies up; a request neither waits for it nor fails with it. */
  private noteUse({ id, lastUsedOn }: ApiKeyRecord, nowMs: number): void {
    const day = new Date(nowMs - (nowMs % DAY_MS));
    if (lastUsedOn !== null && lastUsedOn >= day) return;
    const { keys, logger } = this.options;
    keys.recordUse(id, day).catch((error: unknown) => {
      logger.warn({ reason: messageOf(error) }, 'the day of a key’s use could not be noted');
    });
  }
}

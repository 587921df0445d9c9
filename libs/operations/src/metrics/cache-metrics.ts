import type { HitCounts } from '@keyart/common';
import { Counter, type Registry } from 'prom-client';

/**
 * How often caches knew the answer.
 * @param counts read at each scrape, by the cache's name
 */
export function cacheMetrics(registry: Registry, counts: () => Readonly<Record<string, HitCounts>>): void {
  new Counter({
    ...{ name: 'keyart_cache_requests_total', help: 'Questions to a cache', registers: [registry] },
    labelNames: ['cache', 'result'],
    collect() {
      this.reset();
      for (const [cache, { hitCount, missCount }] of Object.entries(counts())) {
        this.inc({ cache, result: 'hit' }, hitCount);
        this.inc({ cache, result: 'miss' }, missCount);
      }
    },
  });
}

import type { Database } from '@keyart/db';
import { Gauge, type Registry } from 'prom-client';

/** How the connections to the database are used, and who waits for one. */
export function poolMetrics(registry: Registry, { pool }: Pick<Database, 'pool'>): void {
  new Gauge({
    ...{
      name: 'keyart_database_connections',
      help: 'Connections and waiting callers',
      registers: [registry],
    },
    labelNames: ['state'],
    collect() {
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'wanted' }, pool.waitingCount);
    },
  });
}

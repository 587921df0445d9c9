import { Counter, Gauge, type Registry } from 'prom-client';

const MS_PER_SECOND = 1_000;

/**
 * How far reward attribution is behind: the age of the oldest closed window that has no reward yet.
 * @param lagMs asked at each scrape; ≥ 0
 */
export function rewardMetrics(registry: Registry, lagMs: () => Promise<number>): void {
  const unread = new Counter({
    ...{
      name: 'keyart_reward_lag_unread_total',
      help: 'Attribution lag could not be read',
      registers: [registry],
    },
  });
  new Gauge({
    ...{
      name: 'keyart_reward_lag_seconds',
      help: 'Oldest closed window without reward',
      registers: [registry],
    },
    async collect() {
      const lag = await lagMs().catch(() => null);
      if (lag === null) unread.inc();
      else this.set(lag / MS_PER_SECOND);
    },
  });
}

import { Counter, Histogram, type Registry } from 'prom-client';

/** From a second to a week: devices report when they are online again. */
const DELAY_BUCKETS_SECONDS = [1, 10, 60, 600, 3_600, 21_600, 86_400, 604_800];
const MS_PER_SECOND = 1_000;

/** What became of a batch of events. */
export interface TakenEvents {
  readonly acceptedCount: number;
  readonly duplicateCount: number;
  /** Reason code of each event that was refused. */
  readonly rejections: readonly string[];
  /** Of each well-formed event, received − occurred; negative where a device's clock is ahead. */
  readonly delaysMs: readonly number[];
}

/** Counts events. */
export class EventMetrics {
  private readonly events;
  private readonly delay;

  constructor(registry: Registry) {
    this.events = new Counter({
      ...{ name: 'keyart_events_total', help: 'Events by what became of them', registers: [registry] },
      labelNames: ['result'],
    });
    this.delay = new Histogram({
      ...{ name: 'keyart_event_delay_seconds', help: 'Received minus occurred', registers: [registry] },
      buckets: DELAY_BUCKETS_SECONDS,
    });
  }

  taken({ acceptedCount, duplicateCount, rejections, delaysMs }: TakenEvents): void {
    this.events.inc({ result: 'accepted' }, acceptedCount);
    this.events.inc({ result: 'duplicate' }, duplicateCount);
    for (const result of rejections) this.events.inc({ result });
    for (const delayMs of delaysMs) this.delay.observe(Math.max(0, delayMs) / MS_PER_SECOND);
  }
}

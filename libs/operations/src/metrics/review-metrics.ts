import { Histogram, type Registry } from 'prom-client';

/** The aim is 95% within 5 s. */
const LAG_BUCKETS_SECONDS = [0.25, 0.5, 1, 2, 3, 5, 10, 30, 60, 300, 3_600];
const MS_PER_SECOND = 1_000;

/** Times reviews. */
export class ReviewMetrics {
  private readonly lag;

  constructor(registry: Registry) {
    this.lag = new Histogram({
      name: 'keyart_review_to_profile_seconds',
      help: 'From a review’s receipt to the first profile of its title that has seen it',
      ...{ registers: [registry], buckets: LAG_BUCKETS_SECONDS },
    });
  }

  /** A review came into a profile. @param lagMs since its receipt */
  profiled(lagMs: number): void {
    this.lag.observe(Math.max(0, lagMs) / MS_PER_SECOND);
  }
}

import { Histogram, type Registry } from 'prom-client';

const BUCKETS_SECONDS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5, 30];
const MS_PER_SECOND = 1_000;

/** An answered request. */
export interface AnsweredRequest {
  readonly method: string;
  /** The route's pattern; the address itself carries ids. */
  readonly route: string;
  readonly status: number;
  readonly elapsedMs: number;
}

/** Counts requests by route, with their time. */
export class HttpMetrics {
  private readonly requests;

  constructor(registry: Registry) {
    this.requests = new Histogram({
      ...{ name: 'keyart_http_request_seconds', help: 'Answered requests', registers: [registry] },
      ...{ labelNames: ['method', 'route', 'status'], buckets: BUCKETS_SECONDS },
    });
  }

  answered({ method, route, status, elapsedMs }: AnsweredRequest): void {
    this.requests.observe({ method, route, status: String(status) }, elapsedMs / MS_PER_SECOND);
  }
}

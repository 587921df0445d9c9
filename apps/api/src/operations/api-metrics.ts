import type { Provider } from '@nestjs/common';
import type { Database } from '@keyart/db';
import {
  createMetrics,
  DecisionMetrics,
  EventMetrics,
  HttpMetrics,
  poolMetrics,
  Registry,
} from '@keyart/operations';

/** What the API counts, in one registry. */
export class ApiMetrics {
  readonly registry = createMetrics();
  readonly decisions = new DecisionMetrics(this.registry);
  readonly events = new EventMetrics(this.registry);
  readonly http = new HttpMetrics(this.registry);

  constructor(database: Database) {
    poolMetrics(this.registry, database);
  }

  /** Each part under its class. */
  providers(): Provider[] {
    return [
      { provide: Registry, useValue: this.registry },
      { provide: DecisionMetrics, useValue: this.decisions },
      { provide: EventMetrics, useValue: this.events },
      { provide: HttpMetrics, useValue: this.http },
    ];
  }
}

import type { Provider } from '@nestjs/common';
import {
  createMetrics,
  DecisionMetrics,
  EventMetrics,
  HttpMetrics,
  LlmMetrics,
  Registry,
} from '@keyart/operations';

/** What the API counts, in one registry. */
export class ApiMetrics {
  readonly registry = createMetrics();
  readonly decisions = new DecisionMetrics(this.registry);
  readonly events = new EventMetrics(this.registry);
  readonly http = new HttpMetrics(this.registry);
  readonly llm = new LlmMetrics(this.registry);

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

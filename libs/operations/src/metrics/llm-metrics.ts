import type { BreakerState, EndedCall, LlmListener } from '@keyart/llm';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

const CALL_BUCKETS_SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60];
const MASS_BUCKETS = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1];
const MS_PER_SECOND = 1_000;
const BREAKER_VALUES: Record<BreakerState, number> = { closed: 0, 'half-open': 1, open: 2 };

/** What happens at a model endpoint; the embedded model has none and leaves these at zero. */
export class LlmMetrics implements LlmListener {
  private readonly calls;
  private readonly prompts;
  private readonly retries;
  private readonly refusals;
  private readonly breaker;
  private readonly mass;
  private readonly missing;
  private state: BreakerState = 'closed';

  constructor(registry: Registry) {
    const registers = [registry];
    this.calls = new Histogram({
      ...{ name: 'keyart_llm_call_seconds', help: 'Calls to the model', registers },
      ...{ labelNames: ['outcome', 'priority'], buckets: CALL_BUCKETS_SECONDS },
    });
    this.prompts = new Counter({
      name: 'keyart_llm_prompts_total',
      help: 'Prompts in ended calls',
      registers,
    });
    this.retries = new Counter({ name: 'keyart_llm_retries_total', help: 'Calls repeated', registers });
    this.refusals = new Counter({
      ...{ name: 'keyart_llm_refusals_total', help: 'Calls refused without asking', registers },
      labelNames: ['code'],
    });
    this.breaker = new Gauge({
      ...{ name: 'keyart_llm_breaker_state', help: '0 closed, 1 half-open, 2 open', registers },
    });
    this.mass = new Histogram({
      ...{ name: 'keyart_llm_label_mass', help: 'Probability on the labels, a prompt', registers },
      buckets: MASS_BUCKETS,
    });
    this.missing = new Counter({
      name: 'keyart_llm_missing_labels_total',
      help: 'Labels not reported',
      registers,
    });
  }

  called({ outcome, priority, promptCount, elapsedMs }: EndedCall): void {
    this.calls.observe({ outcome, priority }, elapsedMs / MS_PER_SECOND);
    this.prompts.inc(promptCount);
  }

  retried(): void {
    this.retries.inc();
  }

  refused(code: string): void {
    this.refusals.inc({ code });
  }

  breakerChanged(state: BreakerState): void {
    this.state = state;
    this.breaker.set(BREAKER_VALUES[state]);
  }

  labelMass(labelMass: number, missingCount: number): void {
    this.mass.observe(labelMass);
    this.missing.inc(missingCount);
  }

  /** State of the endpoint's circuit breaker as last heard. */
  breakerState(): BreakerState {
    return this.state;
  }
}

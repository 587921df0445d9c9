import { PAGE_STEPS, type DecidedPage, type DecisionListener } from '@keyart/decisions';
import { Counter, Histogram, type Registry } from 'prom-client';
import { CalibrationMetrics } from './calibration-metrics';

/** The aims of a page are 5 and 20 ms; inline scoring may take seconds. */
const PAGE_BUCKETS_SECONDS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const MS_PER_SECOND = 1_000;

/** Counts what was decided and how long it took. Labels are names from fixed lists, never ids. */
export class DecisionMetrics implements DecisionListener {
  private readonly decisions;
  private readonly undecided;
  private readonly tierFailures;
  private readonly precomputed;
  private readonly pages;
  private readonly steps;
  private readonly calibration;

  constructor(registry: Registry) {
    const registers = [registry];
    this.decisions = new Counter({
      ...{ name: 'keyart_decisions_total', help: 'Pictures chosen', registers },
      labelNames: ['source', 'policy', 'assigned_by', 'sticky'],
    });
    this.undecided = new Counter({
      ...{ name: 'keyart_undecided_titles_total', help: 'Titles that got no picture', registers },
      labelNames: ['reason'],
    });
    this.tierFailures = new Counter({
      ...{ name: 'keyart_tier_failures_total', help: 'Tiers that could not answer', registers },
      labelNames: ['source', 'reason'],
    });
    this.precomputed = new Counter({
      ...{
        name: 'keyart_precomputed_scores_total',
        help: 'Titles the LLM policy found scores for',
        registers,
      },
      labelNames: ['result'],
    });
    this.pages = new Histogram({
      ...{ name: 'keyart_page_seconds', help: 'Time to decide a page, durable', registers },
      buckets: PAGE_BUCKETS_SECONDS,
    });
    this.steps = new Histogram({
      ...{ name: 'keyart_page_step_seconds', help: 'Share of a step in deciding a page', registers },
      ...{ labelNames: ['step'], buckets: PAGE_BUCKETS_SECONDS },
    });
    this.calibration = new CalibrationMetrics(registry);
  }

  decided({ records, undecidable, precomputed, elapsedMs, stepsMs }: DecidedPage): void {
    for (const record of records) {
      const { source, policy, assignedBy, stickyOutcome, tierFailures } = record;
      this.decisions.inc({ source, policy, assigned_by: assignedBy, sticky: stickyOutcome });
      for (const failure of tierFailures) this.tierFailures.inc({ ...failure });
      this.calibration.add(record);
    }
    for (const { code } of undecidable) if (code) this.undecided.inc({ reason: code });
    this.precomputed.inc({ result: 'hit' }, precomputed.hitCount);
    this.precomputed.inc({ result: 'miss' }, precomputed.missCount);
    this.pages.observe(elapsedMs / MS_PER_SECOND);
    for (const step of PAGE_STEPS) this.steps.observe({ step }, stepsMs[step] / MS_PER_SECOND);
  }
}

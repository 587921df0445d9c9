import type { DecisionRecord } from '@keyart/contracts';
import { Gauge, type Registry } from 'prom-client';
import { PropensityCalibration } from './propensity-calibration';

/** Propensity calibration by policy and source, over the latest decisions of this process. */
export class CalibrationMetrics {
  private readonly windows = new Map<
    string,
    { labels: Record<string, string>; window: PropensityCalibration }
  >();

  constructor(registry: Registry) {
    const shared = { registers: [registry], labelNames: ['policy', 'source'] };
    const { windows } = this;
    new Gauge({
      ...shared,
      name: 'keyart_propensity_calibration_z',
      help: 'Drawn minus logged probability of the likeliest candidate, standardised: about N(0, 1) when true',
      collect() {
        for (const { labels, window } of windows.values()) this.set(labels, window.figures().z);
      },
    });
    new Gauge({
      ...shared,
      name: 'keyart_propensity_calibration_decisions',
      help: 'Decisions behind keyart_propensity_calibration_z',
      collect() {
        for (const { labels, window } of windows.values()) this.set(labels, window.figures().count);
      },
    });
  }

  /** Counts one decision; a locked or pinned one was not drawn and is left out. */
  add(record: DecisionRecord): void {
    if (record.isLocked) return;
    const { policy, source } = record;
    const key = `${policy}/${source}`;
    let entry = this.windows.get(key);
    if (!entry)
      this.windows.set(key, (entry = { labels: { policy, source }, window: new PropensityCalibration() }));
    entry.window.add(record);
  }
}

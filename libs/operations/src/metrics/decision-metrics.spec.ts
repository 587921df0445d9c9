import { Registry } from 'prom-client';
import type { DecisionRecord } from '@keyart/contracts';
import type { DecidedPage } from '@keyart/decisions';
import { DecisionMetrics } from './decision-metrics';

const IDS = {
  memberId: 'member-of-the-test',
  titleId: 'title-of-the-test',
  decisionId: 'decision-of-the-test',
};
/** What metrics look at. */
function decisionRecord(more: Partial<DecisionRecord>): DecisionRecord {
  const candidates = [0.8, 0.2].map((probability, i) => ({
    artworkId: `art-${i}`,
    probability,
    score: null,
  }));
  const record: Partial<DecisionRecord> = {
    candidates,
    artworkId: 'art-0',
    isLocked: false,
    tierFailures: [],
  };
  Object.assign(record, {
    source: 'bandit',
    policy: 'production',
    assignedBy: 'default',
    stickyOutcome: 'none',
  });
  return { ...record, ...more } as DecisionRecord;
}

const STEPS_MS = { read: 1, scores: 2, choose: 3, commit: 4 };

function pageOf(over: Partial<DecidedPage>): DecidedPage {
  return {
    records: [],
    undecidable: [],
    precomputed: { hitCount: 0, missCount: 0 },
    elapsedMs: 10,
    stepsMs: STEPS_MS,
    ...over,
  };
}

describe('DecisionMetrics', () => {
  it('counts by names from fixed lists and never by ids', async () => {
    const registry = new Registry();
    const metrics = new DecisionMetrics(registry);
    const record = decisionRecord({ ...IDS, assignedBy: 'slice' });
    const undecidable = [{ ok: false, titleId: 'gone', code: 'unknown-title', detail: '' }] as const;
    metrics.decided(
      pageOf({ records: [record, record], undecidable, precomputed: { hitCount: 3, missCount: 1 } }),
    );
    const text = await registry.metrics();
    const { source, policy, stickyOutcome } = record;
    const labels = `source="${source}",policy="${policy}",assigned_by="slice",sticky="${stickyOutcome}"`;
    expect(text).toContain(`keyart_decisions_total{${labels}} 2`);
    expect(text).toContain('keyart_undecided_titles_total{reason="unknown-title"} 1');
    expect(text).toContain('keyart_precomputed_scores_total{result="hit"} 3');
    expect(text).toContain('keyart_page_seconds_sum 0.01');
    expect(text).toContain('keyart_page_step_seconds_sum{step="commit"} 0.004');
    for (const id of Object.values(IDS)) expect(text).not.toContain(id);
  });

  it('leaves locked decisions out of the calibration', async () => {
    const registry = new Registry();
    const metrics = new DecisionMetrics(registry);
    metrics.decided(pageOf({ records: [decisionRecord({ isLocked: true })] }));
    expect(await registry.metrics()).not.toContain('keyart_propensity_calibration_decisions{');
  });
});

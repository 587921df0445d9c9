import { reportPage } from '@keyart/decision-log';
import { forbidsWinner } from '../analysis/experiment-warning';
import type { LiveReport } from '../live/live-report';
import { effectsView } from './effects.view';
import { experimentHeadView } from './experiment-head.view';
import { experimentProvenanceView } from './experiment-provenance.view';
import { EXPERIMENT_STYLES } from './experiment-report.styles';
import { experimentWarningsView } from './experiment-warnings.view';
import { exposuresView } from './exposures.view';
import { guardrailsView } from './guardrails.view';
import { headlineOf } from './headline';
import { liveStateView } from './live-state.view';
import { sampleRatioView } from './sample-ratio.view';

/**
 * An experiment of the service as one HTML document that needs nothing outside itself: outcome, winner and sample ratio before any effect. No
 * script; every text from data is escaped.
 */
export function renderLiveReport(report: LiveReport): string {
  const serving = withoutStopped(report);
  const headline = headlineOf(serving);
  const isBlocked = report.warnings.some(({ code }) => forbidsWinner(code));
  return reportPage({
    title: `${report.experiment}: ${headline.outcome}`,
    styles: EXPERIMENT_STYLES,
    body: [
      ...[experimentHeadView(serving, headline), liveStateView(report), sampleRatioView(report)],
      ...[experimentWarningsView(report.warnings), effectsView(report, isBlocked)],
      ...[guardrailsView(report, isBlocked), exposuresView(report), experimentProvenanceView(report)],
    ],
  });
}

/** The outcome is that of arms that still serve, where there are any. */
function withoutStopped(report: LiveReport): LiveReport {
  const stopped = report.stoppedArms.map(({ arm }) => `${arm} vs `);
  const metrics = report.metrics.filter(
    ({ comparison }) => !stopped.some((start) => comparison.startsWith(start)),
  );
  return metrics.length > 0 ? { ...report, metrics } : report;
}

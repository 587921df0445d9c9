import { reportPage } from '@keyart/decision-log';
import type { ExperimentAnalysis } from '../analysis/experiment-result';
import { forbidsWinner } from '../analysis/experiment-warning';
import { dailyEffectsView } from './daily-effects.view';
import { effectsView } from './effects.view';
import { experimentHeadView } from './experiment-head.view';
import { experimentProvenanceView } from './experiment-provenance.view';
import { EXPERIMENT_STYLES } from './experiment-report.styles';
import { experimentWarningsView } from './experiment-warnings.view';
import { guardrailsView } from './guardrails.view';
import { headlineOf } from './headline';
import { sampleRatioView } from './sample-ratio.view';
import { segmentEffectsView } from './segment-effects.view';

/**
 * An analysed test as one HTML document that needs nothing outside itself: outcome, sample ratio and warnings before any effect. Where a
 * warning forbids a winner, none is named anywhere. No script; every text from data is escaped.
 */
export function renderExperimentReport(analysis: ExperimentAnalysis): string {
  const headline = headlineOf(analysis);
  const isBlocked = analysis.warnings.some(({ code }) => forbidsWinner(code));
  const names = analysis.arms.map(({ name }) => name);
  return reportPage({
    title: `${headline.outcome}: ${[...names.slice(1), names[0]].join(', ')}`,
    styles: EXPERIMENT_STYLES,
    body: [
      ...[experimentHeadView(analysis, headline), sampleRatioView(analysis)],
      ...[experimentWarningsView(analysis.warnings), effectsView(analysis, isBlocked)],
      ...[guardrailsView(analysis, isBlocked), segmentEffectsView(analysis, isBlocked)],
      ...[dailyEffectsView(analysis), experimentProvenanceView(analysis)],
    ],
  });
}

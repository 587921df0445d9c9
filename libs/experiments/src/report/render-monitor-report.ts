import { reportPage } from '@keyart/decision-log';
import { isAssignmentBroken, type ExperimentMonitor } from '../monitor/monitor-result';
import { experimentProvenanceView } from './experiment-provenance.view';
import { EXPERIMENT_STYLES } from './experiment-report.styles';
import { methodNoteView } from './method-note.view';
import { monitorHeadView } from './monitor-head.view';
import { watchedEffectsView } from './watched-effects.view';
import { watchedSizesView } from './watched-sizes.view';

/** A watched test as one HTML document that needs nothing outside itself: advice first, and what the advice rests on next. No script; every text from data is escaped. */
export function renderMonitorReport(monitor: ExperimentMonitor): string {
  const { advice, arms, configuration } = monitor;
  const sections = [watchedEffectsView(monitor), watchedSizesView(monitor)];
  return reportPage({
    title: `${advice}: ${[...arms.slice(1), arms[0]].join(', ')}`,
    styles: EXPERIMENT_STYLES,
    body: [
      monitorHeadView(monitor),
      ...(isAssignmentBroken(monitor) ? [...sections].reverse() : sections),
      ...[methodNoteView(configuration), experimentProvenanceView(monitor)],
    ],
  });
}

import { renderVerdict } from '../../apps/evaluator/src/evaluation/render-evaluation';
import { renderTable } from '../../apps/evaluator/src/terminal/table';
import type { DemoResult } from './demo-result';
import { commandAgain, type LogEvaluation } from './evaluate-own-log';

/** What the demo prints: who chose what, where it lies, and in the end what the evaluator says of the log. */
export function renderResult(result: DemoResult, evaluation: LogEvaluation): string {
  const { titles, artworks, members, events, experiment } = result;
  const files = [
    ['decision log', result.logFile],
    ['pages', result.reportFile],
    ...(experiment ? [['experiment', experiment]] : []),
  ];
  return [
    decisionsTable(result),
    '',
    `${titles} titles, ${artworks} artworks, ${members} members, ${events.accepted} events`,
    ...files.map(labelled),
    labelled(['a video', videoLine(result)]),
    '',
    'Does it pay to know the viewer? The evaluator on this log:',
    '',
    renderVerdict(evaluation.result),
    '',
    labelled(['full report', evaluation.htmlFile]),
    labelled(['made by', commandAgain(evaluation.result)]),
  ].join('\n');
}

function decisionsTable({ decisions }: DemoResult): string {
  const groups = new Map<string, number[]>();
  for (const { policy, source, propensity } of decisions) {
    const key = `${policy}\t${source}`;
    groups.set(key, [...(groups.get(key) ?? []), propensity]);
  }
  const rows = [...groups].sort().map(([key, propensities]) => {
    const mean = propensities.reduce((sum, value) => sum + value, 0) / propensities.length;
    return [...key.split('\t'), String(propensities.length), mean.toFixed(3)];
  });
  return renderTable([['policy', 'chosen by', 'decisions', 'mean propensity'], ...rows]);
}

function videoLine({ video }: DemoResult): string {
  if ('missing' in video) return `left out: ${video.missing}`;
  const { shotCount, atMs, artworkId, shown, decisionCount, videoId } = video;
  const made = `${shotCount} shots; the frame at ${(atMs / 1000).toFixed(1)} s became ${artworkId}, was approved, and`;
  const seen = shown
    ? `was shown to ${shown.memberId} with propensity ${shown.propensity.toFixed(3)} (page ${decisionCount} asked for)`
    : `was a candidate of ${decisionCount} pages, but chosen for none`;
  return `${made} ${seen}; contact sheet: /videos/${videoId} of npm start`;
}

const LABEL_WIDTH = 14;

function labelled([label, text]: readonly string[]): string {
  return `${label.padEnd(LABEL_WIDTH)}${text}`;
}

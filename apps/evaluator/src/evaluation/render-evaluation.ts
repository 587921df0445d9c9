import type { EvaluationResult, ReportedDifference } from '@keyart/decision-log';
import type { Measured } from '@keyart/evaluation';
import { renderTable } from '../terminal/table';
import { percentCell, pValueCell, rangeCell, valueCell } from './measured-cells';

/** A result as text for a terminal: verdict first, then what stands against it, then the numbers. */
export function renderEvaluation(result: EvaluationResult): string {
  const { verdict, summary, warnings, power, dataset, notComputed } = result;
  const detectable = power.minimumDetectableEffect;
  return [
    `verdict: ${verdict}`,
    ...summary,
    ...warnings.map(({ code, detail }) => `  ${code}: ${detail}`),
    `smallest lift this log can show: ${detectable === null ? 'not known' : percentCell(detectable)} (80% power)`,
    '',
    estimateTable(result),
    '',
    differenceTable(result.differences),
    ...segmentLines(result),
    ...notesOf(
      'not computed',
      notComputed.map(({ estimator, why }) => `${estimator} (${why})`),
    ),
    ...notesOf('of the log', dataset.notes),
  ].join('\n');
}

function estimateTable({ estimates, policies }: EvaluationResult): string {
  const rows = estimates.map((estimate) => [
    policies[estimate.policy],
    estimate.estimator,
    ...measuredCells(estimate),
  ]);
  return renderTable([['policy', 'estimator', 'value', 'se', '95%', 'bootstrap'], ...rows]);
}

function differenceTable(differences: readonly ReportedDifference[]): string {
  const rows = differences.map(({ estimator, lift, ...difference }) => [
    estimator,
    ...measuredCells(difference),
    percentCell(lift?.value ?? null),
  ]);
  return renderTable([['difference by', 'value', 'se', '95%', 'bootstrap', 'lift'], ...rows]);
}

function segmentLines({ segments }: EvaluationResult): string[] {
  if (segments.length === 0) return [];
  const rows = segments.map(
    ({ column, value, sampleCount, effectiveSampleSize, difference, adjustedPValue }) => [
      `${column} = ${value}`,
      String(sampleCount),
      effectiveSampleSize.toFixed(0),
      ...(difference ? measuredCells(difference).slice(0, 3) : ['–', '–', '–']),
      pValueCell(adjustedPValue),
    ],
  );
  return ['', renderTable([['segment', 'n', 'ess', 'difference', 'se', '95%', 'p (Holm)'], ...rows])];
}

function measuredCells({ value, standardError, interval, bootstrapInterval }: Measured): string[] {
  return [valueCell(value), valueCell(standardError), rangeCell(interval), rangeCell(bootstrapInterval)];
}

function notesOf(heading: string, notes: readonly string[]): string[] {
  return notes.length > 0 ? ['', `${heading}: ${notes.join('; ')}`] : [];
}

import { groupsOf } from '@keyart/common';
import type { EvaluationResult, ReportedDifference } from '@keyart/decision-log';
import type { Measured } from '@keyart/evaluation';
import { renderTable } from '../terminal/table';
import { percentCell, pValueCell, rangeCell, valueCell } from './measured-cells';
import { renderMatch } from './render-match';

/** The short form: the data and what they can show at all, then the verdict, the headline and what stands against it. */
export function renderVerdict(result: EvaluationResult): string {
  const { verdict, summary, warnings } = result;
  return [
    dataLine(result),
    powerLine(result),
    `verdict: ${verdict}`,
    ...summary,
    ...warnings.map(({ code, detail }) => `  ${code}: ${detail}`),
  ].join('\n');
}

/** A result as text for a terminal: the short form, then the numbers. */
export function renderEvaluation(result: EvaluationResult): string {
  const { dataset, notComputed } = result;
  return [
    renderVerdict(result),
    '',
    estimateTable(result),
    '',
    differenceTable(result.differences),
    '',
    renderMatch(result),
    ...segmentLines(result),
    ...notesOf(
      'not computed',
      groupsOf(notComputed, ({ why }) => why).map(
        (group) => `${group.map(({ estimator }) => estimator).join(', ')} (${group[0].why})`,
      ),
    ),
    ...notesOf('of the log', dataset.notes),
  ].join('\n');
}

function dataLine({ dataset: { file, rowCount, memberCount } }: EvaluationResult): string {
  return `data: ${file}, ${rowCount} decisions of ${memberCount} members`;
}

/** Before any lift: who reads that first, reads too much into it. */
function powerLine({ power }: EvaluationResult): string {
  const { minimumDetectableEffect: least, smallestLift, requiredSampleCount } = power;
  if (least === null) return 'power: what this log can show is not known';
  return `power: smallest lift this log can show ${percentCell(least)} (80% power); ${percentCell(smallestLift)} takes ${requiredSampleCount} decisions`;
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

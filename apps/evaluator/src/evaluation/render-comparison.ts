import type { ComparedTarget, ComparisonResult } from '@keyart/decision-log';
import { renderTable } from '../terminal/table';
import { levelCell, percentCell, pValueCell, rangeCell, valueCell } from './measured-cells';

/** A comparison as text for a terminal: what to serve, then the targets, then what stands against them. */
export function renderComparison(result: ComparisonResult): string {
  const { choice, targets, configuration, dataset } = result;
  const level = levelCell(configuration.alpha);
  const bound =
    choice.lowerBound === null ? '' : ` (its difference is ${valueCell(choice.lowerBound)} at least)`;
  return [
    `choice: ${choice.target ?? `keep ${result.baseline}`}${bound}`,
    `because ${choice.reason}`,
    '',
    targetTable(result),
    `lower bound: simultaneous, all ${targets.length} hold with ${level} (Bonferroni); verdicts are by p (Holm)`,
    ...targets.flatMap(warningLines),
    ...(dataset.notes.length > 0 ? ['', `of the log: ${dataset.notes.join('; ')}`] : []),
  ].join('\n');
}

function targetTable({ targets, baseline, configuration }: ComparisonResult): string {
  const heading = [
    ...[
      'target',
      'verdict',
      'estimator',
      'value',
      baseline,
      'difference',
      levelCell(configuration.alpha),
      'lift',
    ],
    ...['p', 'p (Holm)', 'lower bound'],
  ];
  return renderTable([heading, ...targets.map(cellsOf)]);
}

function cellsOf({ target, verdict, value, baselineValue, difference, ...tests }: ComparedTarget): string[] {
  return [
    ...[target, verdict, difference?.estimator ?? '–'],
    ...[valueCell(value?.value ?? null), valueCell(baselineValue?.value ?? null)],
    ...[valueCell(difference?.value ?? null), rangeCell(difference?.interval ?? null)],
    percentCell(difference?.lift?.value ?? null),
    ...[pValueCell(tests.pValue), pValueCell(tests.adjustedPValue)],
    valueCell(tests.simultaneousInterval?.[0] ?? null),
  ];
}

function warningLines({ target, warnings }: ComparedTarget): string[] {
  if (warnings.length === 0) return [];
  return ['', `${target}:`, ...warnings.map(({ code, detail }) => `  ${code}: ${detail}`)];
}

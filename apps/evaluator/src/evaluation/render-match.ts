import type { EvaluationResult, MatchStratum } from '@keyart/decision-log';
import type { Measured } from '@keyart/evaluation';
import { renderTable } from '../terminal/table';

const DIGITS = 2;

/** Normalised IPS by number of candidates, the whole first. */
export function renderMatch({ match: { overall, strata } }: EvaluationResult): string {
  const head = ['match (random = 1)', 'n', 'rewarded', 'target', '', 'baseline', '', 'difference', '', 'p'];
  const rows = [rowOf('all', overall), ...strata.map((stratum) => rowOf(candidatesText(stratum), stratum))];
  return renderTable([[...head, 'verdict'], ...rows]);
}

function candidatesText({ candidates: { from, to } }: MatchStratum): string {
  const range = from === to ? String(from) : `${from} to ${to}`;
  return `${range} ${to === 1 ? 'candidate' : 'candidates'}`;
}

function rowOf(name: string, stratum: MatchStratum): string[] {
  const { sampleCount, effectiveRewardedCount, target, baseline, difference, pValue, verdict } = stratum;
  return [
    ...[
      name,
      String(sampleCount),
      `${effectiveRewardedCount.target.toFixed(0)} / ${effectiveRewardedCount.baseline.toFixed(0)}`,
    ],
    ...[...cellsOf(target), ...cellsOf(baseline), ...cellsOf(difference)],
    ...[pValue === null ? '–' : pValue.toPrecision(2), verdict],
  ];
}

function cellsOf(measured: Measured | null): [string, string] {
  if (measured === null) return ['–', '–'];
  const { value, interval } = measured;
  return [value.toFixed(DIGITS), interval ? interval.map((end) => end.toFixed(DIGITS)).join(' – ') : '–'];
}

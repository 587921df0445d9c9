import type { ComparisonResult, NotCompared } from '@keyart/evaluation';
import {
  BEYOND_PLAN,
  effectText,
  forbidsWinner,
  isAssignmentBroken,
  lastJudged,
  notComparedLines,
  outcomeText,
  rangeText,
  type ExperimentAnalysis,
  type ExperimentMonitor,
  type Look,
  type SegmentComparison,
} from '@keyart/experiments';
import { renderTable } from '../terminal/table';

const HEADING = [
  'metric',
  'comparison',
  'control',
  'treatment',
  'effect',
  'interval',
  'p',
  'adjusted',
  'MDE',
  'method',
  'verdict',
];

/** A test as text: what forbids reading it, sizes, then every comparison. */
export function renderExperiment(analysis: ExperimentAnalysis): string {
  const { warnings, metrics, notCompared, segments, configuration } = analysis;
  const isBlocked = warnings.some(({ code }) => forbidsWinner(code));
  const level = `${Number((100 * (1 - configuration.alpha)).toFixed(2))}% intervals, MDE at 80% power`;
  return [
    sizesText(analysis),
    ...warnings.map(({ code, detail }) => `! ${code}: ${detail}`),
    '',
    renderTable([HEADING, ...metrics.map((one) => rowOf(one, isBlocked))]),
    ...notComparedText(notCompared),
    level,
    ...metrics.flatMap(cupedText),
    ...segmentsText(segments, isBlocked),
    ...differencesText(analysis),
  ].join('\n');
}

function sizesText({ arms, sampleRatio, multipleExposure }: ExperimentAnalysis): string {
  const sizes = arms.map(({ name, memberCount }) => `${name} ${memberCount}`).join(', ');
  const ratio = sampleRatio.pValue === null ? 'no members' : `p = ${pText(sampleRatio.pValue)}`;
  const several = multipleExposure
    ? `; ${multipleExposure.memberCount} members in several arms left out`
    : '';
  return `sample ratio ${sampleRatio.isMismatch ? 'MISMATCH' : 'as planned'} (${ratio}): ${sizes}${several}`;
}

function notComparedText(notCompared: readonly NotCompared[]): string[] {
  return notComparedLines(notCompared).map((line) => `note: ${line}`);
}

function rowOf(one: ComparisonResult, isBlocked: boolean): string[] {
  const state = outcomeText(one, isBlocked);
  return [
    ...[one.name, one.comparison, numberText(one.controlMean), numberText(one.treatmentMean)],
    one.effect === null ? '-' : effectText(one.effect, one.relative),
    ...[rangeText(one) || '-', pText(one.pValue), pText(one.adjustedPValue)],
    one.minimumDetectableEffect === null
      ? '-'
      : effectText(one.minimumDetectableEffect, one.relative).replace('+', ''),
    ...[one.method, one.problem ? `${state} (${one.problem})` : state],
  ];
}

function cupedText({ name, comparison, cuped }: ComparisonResult): string[] {
  if (!cuped) return [];
  return [
    `${name}, ${comparison}: CUPED with θ = ${cuped.slope.toPrecision(4)} takes ${(100 * cuped.varianceDropFraction).toFixed(1)}% off the variance`,
  ];
}

function segmentsText(segments: readonly SegmentComparison[], isBlocked: boolean): string[] {
  if (segments.length === 0) return [];
  const rows = segments.map((one) => [
    `${one.column} = ${one.value}`,
    String(one.memberCount),
    ...rowOf(one, isBlocked),
  ]);
  return [
    '',
    'segments, p-values adjusted over all of them (Holm)',
    renderTable([['segment', 'members', ...HEADING], ...rows]),
  ];
}

function differencesText({ segmentDifferences }: ExperimentAnalysis): string[] {
  return segmentDifferences.flatMap(({ column, name, comparison, heterogeneity }) =>
    heterogeneity
      ? [`${name}, ${comparison}: do the values of ${column} differ? p = ${pText(heterogeneity.pValue)}`]
      : [],
  );
}

/** A watched test as text: the advice, then a line a look and comparison. */
export function renderMonitor(monitor: ExperimentMonitor): string {
  const { advice, reason, arms, looks, configuration, plannedMembers } = monitor;
  const heading = [
    ...['day', ...arms, 'sample ratio p', 'metric', 'comparison'],
    ...['effect', 'interval', 'p', 'state'],
  ];
  const isBlocked = isAssignmentBroken(monitor);
  return [
    ...[`${advice}: ${reason}`, ''],
    renderTable([heading, ...looks.flatMap((look) => lookRows(look, isBlocked))]),
    ...notComparedText(lastJudged(looks)?.notCompared ?? []),
    `${configuration.method}: valid at all looks together${plannedMembers === null ? '' : `, up to the planned ${plannedMembers} members`}`,
  ].join('\n');
}

/** A look in which nothing could be compared has a line all the same. */
function lookRows(look: Look, isBlocked: boolean): string[][] {
  const { day, memberCounts, sampleRatio, metrics, isBeyondPlan } = look;
  const first = [String(day), ...memberCounts.map(String), pText(sampleRatio.pValue)];
  if (metrics.length === 0) return [[...first, '-', '-', '-', '-', '-', 'nothing to compare yet']];
  return metrics.map((one) => [
    ...[...first, one.name, one.comparison],
    one.effect === null ? '-' : effectText(one.effect, one.relative),
    ...[rangeText(one) || '-', pText(one.pValue)],
    isBeyondPlan ? BEYOND_PLAN : outcomeText(one, isBlocked),
  ]);
}

function numberText(value: number): string {
  return String(Number(value.toPrecision(5)));
}

function pText(p: number | null): string {
  if (p === null) return '-';
  return p < 0.0001 ? p.toExponential(1) : p.toFixed(4);
}

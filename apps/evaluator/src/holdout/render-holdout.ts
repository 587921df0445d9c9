import type { HoldoutManifest } from '@keyart/decision-log';
import { manifestFileOf } from '@keyart/decision-log';
import { renderTable } from '../terminal/table';

/** A holdout as text for a terminal: what it is, what it can show at all, then how it was made. */
export function renderHoldout(manifest: HoldoutManifest): string {
  const { output, pairCount, memberCount, titleCount, firstAt, lastAt, warnings, notes } = manifest;
  return [
    `${output.file}: ${count(pairCount)} member-title pairs of ${count(memberCount)} members and ${count(titleCount)} titles, ${firstAt} to ${lastAt}`,
    ...powerLines(manifest),
    ...warnings.map((warning) => `  WARNING: ${warning}`),
    '',
    ...splitLines(manifest),
    '',
    renderTable([
      ['left are rows', 'rows', 'members'],
      ...manifest.funnel.map((one) => [
        ...[one.step, count(one.rowCount), one.memberCount === null ? '–' : count(one.memberCount)],
      ]),
    ]),
    '',
    renderTable([
      ['candidates', 'pairs', 'rewarded'],
      ...manifest.candidateCounts.map((one) => [
        ...[count(one.candidateCount), count(one.pairCount), count(one.rewardedCount)],
      ]),
    ]),
    ...(notes.length > 0 ? ['', `of the log: ${notes.join('; ')}`] : []),
    '',
    `manifest: ${manifestFileOf(output.file)}`,
  ].join('\n');
}

function powerLines({ power, pairCount }: HoldoutManifest): string[] {
  if (power === null) return ['power: not known, the pairs earn nothing'];
  return [
    `power: mean reward ${power.meanReward.toPrecision(3)}, ${power.rewardedCandidateCount.toFixed(1)} candidates a rewarded pair. Two policies that differ on ${percent(power.disagreement)} of the pairs: lifts below ${percent(power.minimumDetectableEffect)} cannot be shown on these ${count(pairCount)} (80% power, two-sided 5%);`,
    `       a lift of ${percent(power.smallestLift)} takes ${count(power.requiredPairCount)} pairs`,
  ];
}

function splitLines({ rule, split, sides }: HoldoutManifest): string[] {
  const uniform =
    rule.kind === 'slice'
      ? `uniform: ${rule.column} is ${rule.slice}`
      : 'uniform: no slice in the log, every propensity is 1 / candidates';
  const counts = sides.map(({ side, rowCount }) => `${side} ${count(rowCount)}`);
  return [
    uniform,
    `split: ${split.version}, salt ${split.salt}, ${percent(split.memberShare)} of the members, from ${split.from} on`,
    `decisions of the log by side: ${counts.join(', ')}`,
  ];
}

function count(value: number): string {
  return value.toLocaleString('en');
}

function percent(fraction: number): string {
  const value = 100 * fraction;
  return `${Number(value < 10 ? value.toPrecision(2) : value.toFixed(1))}%`;
}

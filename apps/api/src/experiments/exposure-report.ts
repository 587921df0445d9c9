import type { ExposureRow } from '@keyart/db';
import { clusteredMean, sampleRatio, type ClusteredMean, type SampleRatio } from '@keyart/evaluation';

/** An arm or slice as planned. */
export interface PlannedGroup {
  readonly name: string;
  /** Of all members of the report, in (0, 1]. */
  readonly expectedShare: number;
}

/** An arm or slice as it went. */
export interface GroupExposure extends PlannedGroup {
  readonly exposedMemberCount: number;
  readonly decisionCount: number;
  readonly impressionCount: number;
  /** Mean reward per rewarded decision so far, whatever was asked: a description, no verdict. Null: too few members. */
  readonly descriptive: ClusteredMean | null;
}

/** Counts by group, and whether the groups have their planned sizes. */
export interface ExposureReport {
  readonly groups: readonly GroupExposure[];
  readonly sampleRatio: SampleRatio;
}

const NOTHING: Omit<ExposureRow, 'group'> = {
  ...{ exposedMemberCount: 0, decisionCount: 0, impressionCount: 0 },
  rewards: { clusterCount: 0, count: 0, sum: 0, squaredSum: 0, squaredCount: 0, sumTimesCount: 0 },
};

/** Joins plan and log; the sample ratio counts exposed members. */
export function exposureReport(
  planned: readonly PlannedGroup[],
  rows: readonly ExposureRow[],
  nameOf: (group: string | null) => string = String,
): ExposureReport {
  const found = new Map(rows.map((row) => [nameOf(row.group), row]));
  const groups = planned.map((group) => groupExposure(group, found.get(group.name) ?? NOTHING));
  const sampled = groups.map(({ exposedMemberCount: count, expectedShare }) => ({ count, expectedShare }));
  return { groups, sampleRatio: sampleRatio(sampled) };
}

function groupExposure(group: PlannedGroup, row: Omit<ExposureRow, 'group'>): GroupExposure {
  const { exposedMemberCount, decisionCount, impressionCount, rewards } = row;
  const descriptive = clusteredMean(rewards);
  return { ...group, exposedMemberCount, decisionCount, impressionCount, descriptive };
}

import { groupsOf } from '@keyart/common';
import { RECENT_COUNT } from '../detector/detector-state';
import { streamKey } from '../measures/measure';
import type { StreamShift } from '../screening/watch-streams';
import { leadingShift, type Incident } from './incident';

/** How near shifts are that belong together. */
export interface GroupOptions {
  readonly bucketMs: number;
  /** Titles with a stream that is watched. */
  readonly watchedTitleCount: number;
}

/** Streams of one shift alarm one after the other: strong ones in 2 buckets, weak ones as late as onsets are looked back for. */
const LAST_ALARM_BUCKETS = RECENT_COUNT;
/** Onsets are dated to within this. */
const ONSET_BUCKETS = 3;
/** Fewer titles are a coincidence. */
const LEAST_PLATFORM_TITLES = 5;
const LEAST_PLATFORM_SHARE = 0.15;

function compareShifts(a: StreamShift, b: StreamShift): number {
  const byTime = a.startAt.getTime() - b.startAt.getTime() || b.statistic - a.statistic;
  return byTime || (streamKey(a) < streamKey(b) ? -1 : 1);
}

function incidentOf(scope: Incident['scope'], unordered: readonly StreamShift[]): Incident {
  const shifts = [...unordered].sort(compareShifts);
  const titleIds = [...new Set(shifts.map(({ titleId }) => titleId))].sort();
  const [first, last] = [shifts[0], shifts[shifts.length - 1]];
  return {
    key: `${scope}/${streamKey(first)}/${first.startAt.toISOString()}`,
    ...{ scope, titleIds, shifts, onsetAt: leadingShift({ shifts }).onset.at },
    ...{ firstAlarmAt: first.startAt, lastAlarmAt: last.startAt },
  };
}

/** May one have begun where the other most likely did? */
function isNear(a: StreamShift, b: StreamShift, bucketMs: number): boolean {
  const slack = ONSET_BUCKETS * bucketMs;
  const covers = ({ onset }: StreamShift, atMs: number): boolean =>
    onset.earliestAt.getTime() - slack <= atMs && atMs <= onset.latestAt.getTime() + slack;
  return covers(a, b.onset.at.getTime()) || covers(b, a.onset.at.getTime());
}

function ofTitle(shifts: readonly StreamShift[], bucketMs: number): StreamShift[][] {
  const groups: StreamShift[][] = [];
  for (const shift of [...shifts].sort(compareShifts)) {
    const group = groups.find(
      (own) =>
        shift.startAt.getTime() - own[0].startAt.getTime() <= LAST_ALARM_BUCKETS * bucketMs &&
        own.some((other) => isNear(shift, other, bucketMs)),
    );
    if (group) group.push(shift);
    else groups.push([shift]);
  }
  return groups;
}

/** The largest set of groups of different titles with the same shift whose onsets lie within `ONSET_BUCKETS`. */
function widest(groups: readonly StreamShift[][], bucketMs: number): Set<StreamShift[]> {
  const members = groups.flatMap((group) =>
    group.map((shift) => ({ group, shift, atMs: shift.onset.at.getTime() })),
  );
  let best = new Set<StreamShift[]>();
  for (const same of groupsOf(members, ({ shift }) => `${shift.measure}/${shift.direction}`)) {
    same.sort((a, b) => a.atMs - b.atMs);
    let from = 0;
    for (let to = 0; to < same.length; to++) {
      while (same[to].atMs - same[from].atMs > ONSET_BUCKETS * bucketMs) from++;
      const own = same.slice(from, to + 1);
      if (titleCount(own) > titleCount(membersOf(best))) best = new Set(own.map(({ group }) => group));
    }
  }
  return best;
}

function membersOf(groups: ReadonlySet<StreamShift[]>): { shift: StreamShift }[] {
  return [...groups].map(([shift]) => ({ shift }));
}

function titleCount(members: readonly { readonly shift: StreamShift }[]): number {
  return new Set(members.map(({ shift }) => shift.titleId)).size;
}

/**
 * Incidents of recent shifts. Streams of one title whose onsets are near and that alarm within 64 buckets are one; the same measure in
 * the same direction on at least 5 titles and 15% of those watched, begun within 3 buckets, makes one of the platform.
 * @param shifts in any order; the answer does not depend on it
 * @returns the latest first
 */
export function groupShifts(shifts: readonly StreamShift[], options: GroupOptions): Incident[] {
  const { bucketMs, watchedTitleCount } = options;
  const ordered = [...shifts].sort(compareShifts);
  let groups = groupsOf(ordered, ({ titleId }) => titleId).flatMap((own) => ofTitle(own, bucketMs));
  const least = Math.max(LEAST_PLATFORM_TITLES, LEAST_PLATFORM_SHARE * watchedTitleCount);
  const incidents: Incident[] = [];
  for (
    let wide = widest(groups, bucketMs);
    titleCount(membersOf(wide)) >= least;
    wide = widest(groups, bucketMs)
  ) {
    incidents.push(incidentOf('platform', [...wide].flat()));
    groups = groups.filter((group) => !wide.has(group));
  }
  incidents.push(...groups.map((group) => incidentOf('title', group)));
  return incidents.sort(
    (a, b) => b.lastAlarmAt.getTime() - a.lastAlarmAt.getTime() || (a.key < b.key ? -1 : 1),
  );
}

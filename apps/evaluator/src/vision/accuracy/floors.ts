import type { GroupAccuracy } from './accuracy-report';

/** What the extractors must reach; faces on each medium apart, the rest over all pictures. */
export const FLOORS = {
  faceRecallFraction: 0.85,
  falseBoxesPerTenPictures: 1,
  letteringFraction: 0.9,
  topFacetFraction: 0.6,
} as const;

/** A floor, or a ceiling, and what was measured. */
export interface FloorVerdict {
  readonly what: string;
  readonly bound: 'at least' | 'at most';
  readonly limit: number;
  readonly measured: number;
  readonly isMet: boolean;
}

/** Verdicts on all floors; none on a figure that nothing was measured for. */
export function judgeFloors(groups: readonly GroupAccuracy[]): FloorVerdict[] {
  return groups.flatMap((group) => (group.group === 'all' ? overallVerdicts(group) : faceVerdicts(group)));
}

function faceVerdicts({ group, faces }: GroupAccuracy): FloorVerdict[] {
  return [
    ...atLeast(`faces found, ${group}`, FLOORS.faceRecallFraction, faces.recall.fraction),
    atMost(`false boxes in 10, ${group}`, FLOORS.falseBoxesPerTenPictures, faces.falseBoxesPerTenPictures),
  ];
}

function overallVerdicts({ lettering, topFacet }: GroupAccuracy): FloorVerdict[] {
  return [
    ...atLeast('lettering present or absent', FLOORS.letteringFraction, lettering.accuracy.fraction),
    ...atLeast('top facet', FLOORS.topFacetFraction, topFacet.accuracy.fraction),
  ];
}

function atLeast(what: string, limit: number, measured: number | null): FloorVerdict[] {
  return measured === null ? [] : [{ what, bound: 'at least', limit, measured, isMet: measured >= limit }];
}

function atMost(what: string, limit: number, measured: number): FloorVerdict {
  return { what, bound: 'at most', limit, measured, isMet: measured <= limit };
}

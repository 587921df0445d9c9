import type { SoftMembership } from './clustering/soft-membership';
import type { SegmentName } from './naming/archetypes';
import type { ViewerVector } from './vectors/viewer-vectors';

/** Fewer titles leave a membership provisional. */
export const FIRM_EVENTS = 10;

/** Where a viewer is. */
export interface Placement {
  readonly viewer: string;
  /** `unassigned`: too few titles, or there are no segments. */
  readonly state: 'assigned' | 'provisional' | 'unassigned';
  /** The likeliest segment; null where unassigned. */
  readonly segment: SegmentName | null;
  /** Chances by segment, summing to 1, the likeliest first; empty where unassigned. */
  readonly memberships: readonly { readonly name: SegmentName; readonly probability: number }[];
  readonly eventCount: number;
}

/** Segments to be placed in. */
export interface PlacementRule {
  readonly names: readonly SegmentName[];
  /** In the order of the names. */
  readonly membershipOf: SoftMembership;
  readonly leastEventCount: number;
}

function placed({ viewer, eventCount, scaled }: ViewerVector, rule: PlacementRule | null): Placement {
  if (rule === null || eventCount < rule.leastEventCount)
    return { viewer, state: 'unassigned', segment: null, memberships: [], eventCount };
  const chances = rule.membershipOf(scaled);
  const memberships = rule.names
    .map((name, j) => ({ name, probability: chances[j] }))
    .sort((a, b) => b.probability - a.probability);
  const state = eventCount < FIRM_EVENTS ? 'provisional' : 'assigned';
  return { viewer, state, segment: memberships[0].name, memberships, eventCount };
}

/** Places every viewer. @param rule null: there are no segments */
export function placeViewers(vectors: readonly ViewerVector[], rule: PlacementRule | null): Placement[] {
  return vectors.map((vector) => placed(vector, rule));
}

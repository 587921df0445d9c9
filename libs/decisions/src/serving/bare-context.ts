import type { TasteProfile } from '@keyart/features';
import type { DecisionContext } from '@keyart/ranking';

/** Who watches which title. */
export interface BareQuestion {
  readonly memberId: string;
  readonly titleId: string;
  readonly taste: TasteProfile;
  readonly region: string;
}

/** A context of which only viewer, title and region are known: for asking scorers again, never for choosing. */
export function bareContext({ memberId, titleId, taste, region }: BareQuestion): DecisionContext {
  const noScores = { labelScores: null, studentScores: null };
  const nothing = { ...noScores, shownBefore: null, pinnedArtworkId: null, neighbours: [] };
  return { viewer: { memberId, taste }, titleId, region, nowMs: 0, ...nothing };
}

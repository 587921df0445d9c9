import type { ArtworkScoreRecord, DecisionRecord, ServedPolicy, TitleArtwork } from '@keyart/contracts';
import type { PlacedPicture, ServingContext } from '@keyart/db';
import { NEW_VIEWER_TASTE, type TasteProfile, type ViewerContext } from '@keyart/features';
import type { ShownBefore } from '@keyart/ranking';

const NO_SCORES: readonly ArtworkScoreRecord[] = [];

/** What the database knows of a viewer, arranged by title; an unknown member is a new viewer. */
export class ViewerPage {
  readonly viewer: ViewerContext;
  /** Pictures that earlier requests of the page put up, oldest first. */
  readonly placed: readonly PlacedPicture[];
  private readonly shown: ReadonlyMap<string, ShownBefore>;
  private readonly scores = new Map<string, ArtworkScoreRecord[]>();
  private readonly decided: ReadonlyMap<string, DecisionRecord>;
  private readonly preferences: ServingContext['preferences'];

  /**
   * @param memberId whom the page is for
   * @param policy whose sticky state and earlier decisions count; each policy has its own
   * @param context as loaded for the page
   */
  constructor(memberId: string, policy: ServedPolicy, context: ServingContext) {
    const taste = (context.member?.profile ?? NEW_VIEWER_TASTE) as TasteProfile;
    this.viewer = { memberId, taste };
    this.shown = shownBefore(policy, context);
    this.placed = context.page.placed;
    const decided = context.page.decided.filter((record) => record.policy === policy);
    this.decided = new Map(decided.map((record) => [record.titleId, record]));
    this.preferences = context.preferences;
    for (const row of context.scores) {
      const rows = this.scores.get(row.titleId);
      if (rows) rows.push(row);
      else this.scores.set(row.titleId, [row]);
    }
  }

  /** The picture this viewer saw last for the title under the policy, if any. */
  shownBefore(titleId: string): ShownBefore | null {
    return this.shown.get(titleId) ?? null;
  }

  /** The artwork that the viewer pinned to the title, if any. */
  pinnedArtworkId(titleId: string): string | null {
    return artworksOf(this.preferences.pins, titleId)[0] ?? null;
  }

  /** Artworks of the title that the viewer called misleading. */
  reportedIds(titleId: string): readonly string[] {
    return artworksOf(this.preferences.misleading, titleId);
  }

  /** The newest decision that an earlier request of the page made for the title under the policy, if any. */
  decidedBefore(titleId: string): DecisionRecord | null {
    return this.decided.get(titleId) ?? null;
  }

  /** Precomputed scores of the title, of any candidate set. */
  scoresOf(titleId: string): readonly ArtworkScoreRecord[] {
    return this.scores.get(titleId) ?? NO_SCORES;
  }
}

function shownBefore(policy: ServedPolicy, { sticky }: ServingContext): Map<string, ShownBefore> {
  const ofPolicy = sticky.filter((state) => state.policy === policy);
  return new Map(
    ofPolicy.map(({ titleId, artworkId, shownAt, lockedUntil }) => [
      titleId,
      { artworkId, shownAtMs: shownAt.getTime(), lockedUntilMs: lockedUntil?.getTime() ?? null },
    ]),
  );
}

const NOTHING: readonly string[] = [];

function artworksOf(said: readonly TitleArtwork[], titleId: string): readonly string[] {
  if (said.length === 0) return NOTHING;
  return said.filter((one) => one.titleId === titleId).map(({ artworkId }) => artworkId);
}

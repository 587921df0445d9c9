import type { ArtworkScoreRecord, ServedPolicy } from '@keyart/contracts';
import type { ServingContext } from '@keyart/db';
import { NEW_VIEWER_TASTE, type TasteProfile, type ViewerContext } from '@keyart/features';
import type { ShownBefore } from '@keyart/ranking';

const NO_SCORES: readonly ArtworkScoreRecord[] = [];

/** What the database knows of a viewer, arranged by title; an unknown member is a new viewer. */
export class ViewerPage {
  readonly viewer: ViewerContext;
  private readonly shown: ReadonlyMap<string, ShownBefore>;
  private readonly scores = new Map<string, ArtworkScoreRecord[]>();

  /**
   * @param memberId whom the page is for
   * @param policy whose sticky state counts; each policy has its own
   * @param context as loaded for the page
   */
  constructor(memberId: string, policy: ServedPolicy, context: ServingContext) {
    const taste = (context.member?.profile ?? NEW_VIEWER_TASTE) as TasteProfile;
    this.viewer = { memberId, taste };
    this.shown = shownBefore(policy, context);
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

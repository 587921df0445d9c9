import type { DecisionRecord } from '@keyart/contracts';
import { eligiblePosition } from '@keyart/ranking';
import { excludeReported } from '../candidates/exclude-reported';
import type { DecidableTitle } from './title-candidates';
import type { ViewerPage } from './viewer-page';

/** A title that an earlier request of the page decided, and that decision. */
export interface RepeatedTitle extends DecidableTitle {
  readonly record: DecisionRecord;
}

/** A page's titles for one viewer, both lists in page order. */
export interface ViewerTitles {
  readonly undecided: readonly DecidableTitle[];
  readonly repeated: readonly RepeatedTitle[];
}

/**
 * Takes away what the viewer called misleading, and finds the titles whose picture the page already has: those are answered
 * by the same decision again. A picture that may not be shown any more, or gave way to a pin, is decided anew.
 */
export function titlesForViewer(titles: readonly DecidableTitle[], viewer: ViewerPage): ViewerTitles {
  const undecided: DecidableTitle[] = [];
  const repeated: RepeatedTitle[] = [];
  for (const title of titles) {
    const { titleId } = title.place;
    const own = { ...title, candidates: excludeReported(title.candidates, viewer.reportedIds(titleId)) };
    const record = viewer.decidedBefore(titleId);
    if (record && stillStands(record, own, viewer)) repeated.push({ ...own, record });
    else undecided.push(own);
  }
  return { undecided, repeated };
}

function stillStands(
  { titleId, artworkId }: DecisionRecord,
  { candidates }: DecidableTitle,
  viewer: ViewerPage,
): boolean {
  if (eligiblePosition(candidates, artworkId) === -1) return false;
  const pinned = viewer.pinnedArtworkId(titleId);
  return pinned === null || pinned === artworkId || eligiblePosition(candidates, pinned) === -1;
}

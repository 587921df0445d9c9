import type { ArtworkDescriptor } from '@keyart/features';
import { chooseArtwork, eligiblePosition, type DecisionContext } from '@keyart/ranking';
import { PolicyUnavailableError } from '../errors';
import type { InlineScores } from '../inline/score-within';
import type { WatchedChoice } from '../shadow/watched-choice';
import type { PageStudentScores } from '../student/page-student-scores';
import { decisionRecordOf } from './decision-record-of';
import type { Page } from './page';
import type { PageGrid } from './page-grid';
import type { DecidableTitle } from './title-candidates';
import type { ViewerPage } from './viewer-page';

/** Makes the UUID of a title's decision in a request. */
export type NewDecisionId = (requestId: string, titleId: string) => string;

/** A page, its viewer, what hangs on it already, and the label scores there are. */
export interface ChooseQuestion {
  readonly page: Page;
  readonly viewer: ViewerPage;
  /** In page order. */
  readonly titles: readonly DecidableTitle[];
  /** Takes up each choice as it is made. */
  readonly grid: PageGrid;
  readonly scores: InlineScores;
  readonly studentScores: PageStudentScores;
  readonly samplingSalt: string;
  readonly newDecisionId: NewDecisionId;
}

/** Decides the titles in page order, each seeing the pictures before it: one distribution, one draw, one record. */
export function chooseTitles(question: ChooseQuestion): WatchedChoice[] {
  const { titles, grid } = question;
  return titles.map((decidable) => {
    const { place, places, candidates } = decidable;
    const neighbours = grid.neighboursOf(place.titleId, places);
    const choice = chooseTitle(question, decidable, neighbours);
    grid.put(candidates[eligiblePosition(candidates, choice.record.artworkId)].descriptor, places);
    return choice;
  });
}

function chooseTitle(
  { page, viewer, scores, studentScores, samplingSalt, newDecisionId }: ChooseQuestion,
  decidable: DecidableTitle,
  neighbours: readonly ArtworkDescriptor[],
): WatchedChoice {
  const { titleId } = decidable.place;
  const ofStudent = studentScores.get(titleId) ?? null;
  const studentFailure = typeof ofStudent === 'string' ? ofStudent : null;
  const decisionId = newDecisionId(page.request.requestId, titleId);
  const context: DecisionContext = {
    viewer: viewer.viewer,
    titleId,
    region: page.request.surface.region,
    nowMs: page.nowMs,
    shownBefore: viewer.shownBefore(titleId),
    labelScores: scores.scores.get(titleId) ?? null,
    studentScores: typeof ofStudent === 'string' ? null : ofStudent,
    pinnedArtworkId: viewer.pinnedArtworkId(titleId),
    neighbours,
  };
  const { candidates } = decidable;
  const chosen = chooseArtwork({ policy: page.policy, context, candidates, decisionId, salt: samplingSalt });
  if (chosen.kind === 'unavailable') throw new PolicyUnavailableError(page.policy.name, chosen.failures);
  const made = {
    page,
    decisionId,
    decidable,
    chosen,
    context,
    inlineFailure: scores.failure,
    studentFailure,
  };
  return { record: decisionRecordOf(made), context, candidates };
}

import type { DecisionRecord } from '@keyart/contracts';
import { chooseArtwork, type DecisionContext } from '@keyart/ranking';
import { PolicyUnavailableError } from '../errors';
import type { InlineScores } from '../inline/score-within';
import { decisionRecordOf } from './decision-record-of';
import type { Page } from './page';
import type { DecidableTitle } from './title-candidates';
import type { ViewerPage } from './viewer-page';

/** Makes the UUID of a title's decision in a request. */
export type NewDecisionId = (requestId: string, titleId: string) => string;

/** A page, its viewer, and the label scores there are. */
export interface ChooseQuestion {
  readonly page: Page;
  readonly viewer: ViewerPage;
  readonly scores: InlineScores;
  readonly samplingSalt: string;
  readonly newDecisionId: NewDecisionId;
}

/** Decides each title of the page once: one distribution, one draw, one record. */
export function chooseTitles(question: ChooseQuestion): DecisionRecord[] {
  return question.page.titles.decidable.map((decidable) => chooseTitle(question, decidable));
}

function chooseTitle(
  { page, viewer, scores, samplingSalt, newDecisionId }: ChooseQuestion,
  decidable: DecidableTitle,
): DecisionRecord {
  const { titleId } = decidable.place;
  const decisionId = newDecisionId(page.request.requestId, titleId);
  const context: DecisionContext = {
    viewer: viewer.viewer,
    titleId,
    nowMs: page.nowMs,
    shownBefore: viewer.shownBefore(titleId),
    labelScores: scores.scores.get(titleId) ?? null,
    pinnedArtworkId: null,
    neighbours: [],
  };
  const { candidates } = decidable;
  const chosen = chooseArtwork({ policy: page.policy, context, candidates, decisionId, salt: samplingSalt });
  if (chosen.kind === 'unavailable') throw new PolicyUnavailableError(page.policy.name, chosen.failures);
  return decisionRecordOf({ page, decisionId, decidable, chosen, context, inlineFailure: scores.failure });
}

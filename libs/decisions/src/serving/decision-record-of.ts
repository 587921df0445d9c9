import type { DecisionRecord, Source, TierFailure } from '@keyart/contracts';
import { FEATURE_VERSION } from '@keyart/features';
import type { ChosenArtwork, DecisionContext } from '@keyart/ranking';
import type { InlineFailure } from '../inline/score-within';
import type { StudentFailure } from '../student/student-tier';
import { contextHash } from './context-hash';
import type { Page } from './page';
import type { DecidableTitle } from './title-candidates';

/** A choice and the circumstances it was made in. */
export interface MadeChoice {
  readonly page: Page;
  readonly decisionId: string;
  readonly decidable: DecidableTitle;
  readonly chosen: ChosenArtwork;
  readonly context: DecisionContext;
  /** Why inline scoring gave nothing; null when it did or was not tried. */
  readonly inlineFailure: InlineFailure | null;
  /** Why the student gave nothing; null when it did or was not asked. */
  readonly studentFailure: StudentFailure | null;
}

/** The record of a choice: everything an evaluator needs to trust its propensity. */
export function decisionRecordOf(made: MadeChoice): DecisionRecord {
  const { chosen, context } = made;
  const { request, assignment } = made.page;
  const { policyVersion } = made.page.policy;
  const { policy } = assignment;
  const { requestId, surface } = request;
  const { place, candidates } = made.decidable;
  const { distribution } = chosen;
  return {
    decisionId: made.decisionId,
    requestId,
    memberId: context.viewer.memberId,
    titleId: place.titleId,
    artworkId: chosen.artworkId,
    propensity: chosen.propensity,
    candidates: chosen.candidates,
    excluded: chosen.excluded,
    optionOrder: optionOrderOf(made),
    source: distribution.source,
    policy,
    policyVersion,
    modelVersion: distribution.modelVersion,
    profileVersion: context.viewer.taste.version,
    featureVersion: FEATURE_VERSION,
    contextHash: contextHash({ context, candidates, surface, policy, policyVersion }),
    assignedBy: assignment.assignedBy,
    slice: assignment.slice,
    experiment: assignment.experiment,
    arm: assignment.arm,
    stickyOutcome: distribution.stickyOutcome,
    previousArtworkId: context.shownBefore?.artworkId ?? null,
    isLocked: distribution.isLocked,
    tierFailures: distribution.tierFailures.map((failure) => explain(failure, made)),
    surface,
    pageId: request.pageId ?? null,
    neighbours: context.neighbours.map(({ artworkId }) => artworkId),
    row: place.row,
    position: place.position,
    decidedAt: new Date(context.nowMs),
  };
}

function optionOrderOf({ chosen, context: { labelScores } }: MadeChoice): readonly string[] | null {
  const isRead = ['llm', 'hybrid-llm'].includes(chosen.distribution.source);
  const isOrdered = isRead && labelScores?.formulation === 'choice';
  return isOrdered ? labelScores.artworkIds : null;
}

/** The policy only sees that there were no scores; the service knows why. */
function explain(failure: TierFailure, { inlineFailure, studentFailure, context }: MadeChoice): TierFailure {
  const ofLlm = context.labelScores === null ? inlineFailure : null;
  const ofStudent = context.studentScores === null ? studentFailure : null;
  const reasons: Partial<Record<Source, string | null>> = {
    ...{ llm: ofLlm, 'hybrid-llm': ofLlm },
    ...{ student: ofStudent, 'hybrid-student': ofStudent },
  };
  const reason = reasons[failure.source] ?? null;
  return reason === null ? failure : { ...failure, reason };
}

import type { DecisionRecord } from '@keyart/contracts';

/** Parameters of `INSERT_DECISIONS`. */
export interface DecisionBatch {
  /** `[R]` as JSON: what the decisions of a request share, with its number. */
  readonly requests: string;
  /** `[N]` as JSON: what each decision has of its own, with its request's number. */
  readonly decisions: string;
}

/**
 * Takes decisions apart into what their requests share and what they have of their own: a good third less text, which is
 * what the database spends most of its time for a page on.
 */
export function decisionBatch(records: readonly DecisionRecord[]): DecisionBatch {
  const requests: object[] = [];
  let newest: DecisionRecord | null = null;
  const decisions = records.map((record) => {
    if (newest === null || !isOfOneRequest(record, newest)) {
      newest = record;
      requests.push(sharedOf(record, requests.length + 1));
    }
    return ownOf(record, requests.length);
  });
  return { requests: JSON.stringify(requests), decisions: JSON.stringify(decisions) };
}

/** Compares all that is shared, by identity where it is an object: two requests told apart for nothing cost some text only. */
function isOfOneRequest(one: DecisionRecord, other: DecisionRecord): boolean {
  return (
    one.requestId === other.requestId &&
    one.memberId === other.memberId &&
    one.policy === other.policy &&
    one.policyVersion === other.policyVersion &&
    one.profileVersion === other.profileVersion &&
    one.featureVersion === other.featureVersion &&
    one.assignedBy === other.assignedBy &&
    one.slice === other.slice &&
    one.experiment === other.experiment &&
    one.arm === other.arm &&
    one.surface === other.surface &&
    one.pageId === other.pageId &&
    one.decidedAt.getTime() === other.decidedAt.getTime()
  );
}

function sharedOf(record: DecisionRecord, request: number): object {
  const { requestId, memberId, policy, policyVersion, profileVersion, featureVersion } = record;
  const { assignedBy, slice, experiment, arm, surface, pageId, decidedAt } = record;
  return {
    ...{ request, requestId, memberId, policy, policyVersion, profileVersion, featureVersion },
    ...{ assignedBy, slice, experiment, arm, surface, pageId, decidedAt },
  };
}

/** Written out, since spreading costs a tenth of the time. */
function ownOf(record: DecisionRecord, request: number): object {
  return {
    request,
    decisionId: record.decisionId,
    titleId: record.titleId,
    artworkId: record.artworkId,
    propensity: record.propensity,
    candidates: record.candidates,
    excluded: record.excluded,
    optionOrder: record.optionOrder,
    source: record.source,
    modelVersion: record.modelVersion,
    contextHash: record.contextHash,
    stickyOutcome: record.stickyOutcome,
    previousArtworkId: record.previousArtworkId,
    isLocked: record.isLocked,
    tierFailures: record.tierFailures,
    neighbours: record.neighbours,
    row: record.row,
    position: record.position,
  };
}

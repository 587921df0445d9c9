import { InputError, KeyartError, NotFoundError } from '@keyart/common';
import type { TierFailure } from '@keyart/contracts';
import { failingGates, type GateOutcome } from './release/release-gates';

/** Codes of this library's errors and what each means. */
export const DECISION_ERRORS = {
  /** The request carries text that the database cannot keep. */
  UNSTORABLE_TEXT: 'UNSTORABLE_TEXT',
  /** A use case was asked for a member nobody imported. */
  MEMBER_NOT_FOUND: 'MEMBER_NOT_FOUND',
  /** A job to erase a member names no erasure that was asked for. */
  ERASURE_NOT_FOUND: 'ERASURE_NOT_FOUND',
  /** The ranker answered for other titles or candidates than were asked. */
  RANKER_MISALIGNED: 'RANKER_MISALIGNED',
  /** A composed policy gave no answer though an artwork was eligible: a bug, since its last tier always answers. */
  POLICY_UNAVAILABLE: 'POLICY_UNAVAILABLE',
  /** The registry has no such LLM ranker, or none that serves. */
  UNKNOWN_RANKER: 'UNKNOWN_RANKER',
  /** An LLM ranker was trained on another template version than this service renders. */
  RANKER_UNFIT: 'RANKER_UNFIT',
  /** An LLM ranker did not pass every gate of a release. */
  GATES_FAILED: 'GATES_FAILED',
  /** The student's ONNX file is not there. */
  STUDENT_MISSING: 'STUDENT_MISSING',
  /** The student's card is not there or is wrong. */
  STUDENT_BAD_CARD: 'STUDENT_BAD_CARD',
  /** The student's file is another one than the card's, or no graph. */
  STUDENT_CORRUPT: 'STUDENT_CORRUPT',
  /** The student was trained on inputs that this service does not make. */
  STUDENT_UNFIT: 'STUDENT_UNFIT',
} as const;

/** One of the codes. */
export type DecisionErrorCode = keyof typeof DECISION_ERRORS;

/** A request field holds a NUL character or a lone surrogate; `field` names it. */
export class UnstorableTextError extends InputError {
  constructor(readonly field: string) {
    super(DECISION_ERRORS.UNSTORABLE_TEXT, `${field} holds a NUL character or a lone surrogate`);
  }
}

/** A policy that must answer did not; `failures` says what its tiers said. */
export class PolicyUnavailableError extends KeyartError {
  constructor(policyName: string, failures: readonly TierFailure[]) {
    super(DECISION_ERRORS.POLICY_UNAVAILABLE, `${policyName} gave no answer: ${JSON.stringify(failures)}`);
  }
}

/** No member has that id. It is not named: the message ends in logs and queues. */
export class MemberNotFoundError extends NotFoundError {
  constructor() {
    super(DECISION_ERRORS.MEMBER_NOT_FOUND, 'there is no such member');
  }
}

/** A job speaks of an erasure that nobody asked for. */
export class ErasureNotFoundError extends NotFoundError {
  constructor(erasureId: string) {
    super(DECISION_ERRORS.ERASURE_NOT_FOUND, `there is no erasure ${erasureId}`);
  }
}

/** The ranker's answer does not line up with what it was asked; a bug. */
export class RankerMisalignedError extends KeyartError {
  constructor(titleId: string) {
    super(
      DECISION_ERRORS.RANKER_MISALIGNED,
      `the ranker gave no scores for title ${titleId} where they were due`,
    );
  }
}

/** The registry has no such LLM ranker, or none that serves. */
export class UnknownRankerError extends NotFoundError {
  constructor(message: string) {
    super(DECISION_ERRORS.UNKNOWN_RANKER, message);
  }
}

/** The ranker was trained on other prompts than this service renders. */
export class RankerUnfitError extends InputError {
  constructor(trainedOn: string, rendered: string) {
    super(
      DECISION_ERRORS.RANKER_UNFIT,
      `the ranker was trained on template version ${trainedOn}, this service renders ${rendered}`,
    );
  }
}

/** A ranker did not pass every gate. */
export class GatesFailedError extends InputError {
  constructor(
    version: string,
    readonly gates: readonly GateOutcome[],
  ) {
    super(DECISION_ERRORS.GATES_FAILED, `${version} does not pass: ${failingGates(gates).join('; ')}`);
  }
}

/** A student cannot be served; the message names its file. */
export class StudentError extends InputError {
  constructor(
    code: Extract<DecisionErrorCode, `STUDENT_${string}`>,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(code, message, options);
  }
}

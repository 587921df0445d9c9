import type { Assigner, ServedPolicy, Slice } from '@keyart/contracts';

/** Whom to assign, and what was said beforehand. */
export interface AssignmentQuestion {
  readonly memberId: string;
  /** false: the member has switched personalised artwork off. */
  readonly isPersonalised: boolean;
  /** The policy a request names; null: none. */
  readonly requestedPolicy: ServedPolicy | null;
}

/** Which policy serves, and who said so; the decision record carries all of it. */
export interface Assignment {
  readonly policy: ServedPolicy;
  readonly assignedBy: Assigner;
  /** null unless a slice assigned. */
  readonly slice: Slice | null;
  /** Experiment and version, e.g. `llm-trial/2`; null unless an experiment assigned. */
  readonly experiment: string | null;
  /** The experiment's arm; null unless an experiment assigned. */
  readonly arm: string | null;
}

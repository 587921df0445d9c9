import { InputError } from '@keyart/common';

/** Decisions that lack something, the first of them as an example. */
export interface LackingDecisions {
  readonly neededBy: string;
  /** E.g. `the catalogue has no such title`. */
  readonly problem: string;
  readonly count: number;
  /** Row in the file, from 1. */
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly hint: string;
}

/** A log that lacks what a policy needs; says what, where, and what to do. */
export class PolicyInputError extends InputError {
  constructor({ neededBy, problem, count, row, column, value, hint }: LackingDecisions) {
    super(
      'POLICY_INPUT_MISSING',
      `${neededBy}: ${problem} (${count} decision${count === 1 ? '' : 's'}; row ${row}, ${column} ${value}). ${hint}`,
    );
  }
}

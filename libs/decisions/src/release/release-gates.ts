import type { Formulation, ReleaseEvidence } from '@keyart/contracts';

/** How a gate stands; `not shown`: nothing was measured for it. */
export type GateState = 'pass' | 'fail' | 'not shown';

/** A condition of serving, and what was measured for it. */
export interface GateOutcome {
  readonly gate: string;
  readonly state: GateState;
  /** null: not measured. */
  readonly value: number | null;
  /** In words, e.g. `above 0`. */
  readonly rule: string;
}

interface Gate {
  readonly gate: string;
  readonly evidence: keyof ReleaseEvidence;
  readonly rule: string;
  readonly holds: (value: number) => boolean;
  /** Unset: of both. */
  readonly only?: Formulation;
}

/** A page of 20 titles of 5 pictures is precomputed within half a minute at this. */
const MOST_PROMPT_MS = 300;

const GATES: readonly Gate[] = [
  { gate: 'offline lift, lower bound', evidence: 'liftLowerBound', rule: 'above 0', holds: (x) => x > 0 },
  {
    gate: 'lift where nobody has a taste, lower bound',
    evidence: 'nullLiftLowerBound',
    rule: 'at most 0',
    holds: (x) => x <= 0,
  },
  {
    gate: 'flip rate under shifted options',
    evidence: 'flipRate',
    rule: 'at most 0.02',
    holds: (x) => x <= 0.02,
    only: 'choice',
  },
  {
    gate: 'picks kept under reworded captions',
    evidence: 'pickStability',
    rule: 'at least 0.9',
    holds: (x) => x >= 0.9,
    only: 'pointwise',
  },
  { gate: 'label mass, mean', evidence: 'labelMass', rule: 'at least 0.95', holds: (x) => x >= 0.95 },
  {
    gate: 'time of a prompt, mean ms',
    evidence: 'promptMs',
    rule: `at most ${MOST_PROMPT_MS}`,
    holds: (x) => x <= MOST_PROMPT_MS,
  },
];

/** Every gate of the formulation, in one order. */
export function judgeRelease(formulation: Formulation, evidence: ReleaseEvidence): GateOutcome[] {
  return GATES.filter(({ only }) => only === undefined || only === formulation).map(
    ({ gate, evidence: name, rule, holds }) => {
      const value = evidence[name] ?? null;
      if (value === null) return { gate, state: 'not shown', value, rule };
      return { gate, state: holds(value) ? 'pass' : 'fail', value, rule };
    },
  );
}

/** Names of the gates that do not pass; what was not shown does not. */
export function failingGates(outcomes: readonly GateOutcome[]): string[] {
  return outcomes.filter(({ state }) => state !== 'pass').map(({ gate }) => gate);
}

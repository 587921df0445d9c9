import { groupsOf } from '@keyart/common';
import type { Candidate, Target } from './candidate';

/** What the best set is sought for. */
export interface ProgramQuestion {
  readonly targets: readonly Target[];
  readonly candidates: readonly Candidate[];
  /** US dollars that a viewer is worth, ≥ 0. */
  readonly moneyPerViewer: number;
  /** US dollars; `Infinity`: whatever pays. */
  readonly budget: number;
}

/**
 * The choice of the best set as a mixed-integer program in CPLEX LP format: facility location with opening costs and one knapsack
 * (Cornuéjols, Fisher, Nemhauser 1977). `x‹c›` ∈ {0, 1}: candidate c is done; `y‹i›` ∈ [0, 1]: a target is reached by one of them.
 * maximise Σ value × rise × y − Σ cost × x, subject to Σ y ≤ 1 of each target, y ≤ x, Σ cost × x ≤ budget.
 * Amounts are in units of the largest, so that the solver's tolerances mean the same for all sizes.
 */
export function candidateProgram(question: ProgramQuestion): string {
  const { candidates, budget } = question;
  const reaches = reachesOf(question);
  const unit = Math.max(1, ...reaches.map(({ value }) => value), ...candidates.map(({ cost }) => cost));
  const gains = reaches.map(({ value }, index) => `+ ${value / unit} y${index}`);
  const costs = candidates.map(({ cost }, index) => `${cost / unit} x${index}`);
  return [
    'Maximize',
    ` net: ${wrapped([...gains, ...costs.map((cost) => `- ${cost}`)])}`,
    'Subject To',
    ...groupsOf(reaches.keys(), (index) => `${reaches[index].target}`).map(
      (ways) => ` ${wrapped(ways.map((index) => `+ y${index}`))} <= 1`,
    ),
    ...reaches.map(({ candidate }, index) => ` y${index} - x${candidate} <= 0`),
    ...(budget === Infinity ? [] : [` ${wrapped(costs.map((cost) => `+ ${cost}`))} <= ${budget / unit}`]),
    'Binaries',
    ` ${wrapped(candidates.map((_, index) => `x${index}`))}`,
    'End',
  ].join('\n');
}

/** A candidate reaching a target beyond what is reached already, in US dollars. */
interface ValuedReach {
  readonly candidate: number;
  readonly target: number;
  readonly value: number;
}

function reachesOf({ targets, candidates, moneyPerViewer }: ProgramQuestion): ValuedReach[] {
  return candidates.flatMap(({ reaches }, candidate) =>
    reaches
      .map(({ target, level }) => {
        const { weight, level: before } = targets[target];
        return { candidate, target, value: weight.value * (level - before) * moneyPerViewer };
      })
      .filter(({ value }) => value > 0),
  );
}

/** The format's lines are short. */
function wrapped(terms: readonly string[]): string {
  return terms.join('\n  ');
}

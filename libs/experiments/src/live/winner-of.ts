import type { ComparisonResult } from '@keyart/evaluation';
import { forbidsWinner, type ExperimentWarning } from '../analysis/experiment-warning';

/** Which arm may be called better than the control, and why or why not. */
export interface Winner {
  /** null: none may be named. */
  readonly arm: string | null;
  readonly reason: string;
}

/** What a winner is named from. */
export interface WinnerEvidence {
  readonly metrics: readonly ComparisonResult[];
  readonly warnings: readonly ExperimentWarning[];
  /** Metric that decides. */
  readonly goal: string;
  /** Metrics of all guardrails. */
  readonly guardrails: readonly string[];
  readonly stoppedArms: readonly string[];
}

/**
 * The arm with the largest lower bound among those that are better on the goal and hold every guardrail. Refused where warnings forbid
 * reading the test, and where a guardrail is not yet known to hold.
 */
export function winnerOf(evidence: WinnerEvidence): Winner {
  const { metrics, warnings, goal, stoppedArms } = evidence;
  const blocking = warnings.filter(({ code }) => forbidsWinner(code));
  if (blocking.length > 0) return { arm: null, reason: blocking.map(({ detail }) => detail).join('; ') };
  const isRunning = (one: ComparisonResult): boolean => !stoppedArms.includes(armOf(one));
  const better = metrics.filter(
    (one) => one.name === goal && !one.guardrail && one.verdict === 'better' && isRunning(one),
  );
  if (better.length === 0)
    return { arm: null, reason: `${goal}: no arm is shown to be better than the control` };
  const held = better.filter((one) => openGuardrails(evidence, one.comparison).length === 0);
  if (held.length === 0) {
    const open = better.flatMap(({ comparison }) => openGuardrails(evidence, comparison));
    return { arm: null, reason: `better on ${goal}, but not known to hold ${open.join(', ')}` };
  }
  const [best] = [...held].sort((a, b) => lowerOf(b) - lowerOf(a));
  return { arm: armOf(best), reason: `${goal} is better than the control's, and every guardrail holds` };
}

function lowerOf({ interval }: ComparisonResult): number {
  return interval?.[0] ?? -Infinity;
}

function armOf({ comparison }: ComparisonResult): string {
  return comparison.slice(0, comparison.lastIndexOf(' vs '));
}

/** A guardrail that was not compared is open; without an effect it is, too, unless nothing at all happened in both arms. */
function openGuardrails({ metrics, guardrails }: WinnerEvidence, comparison: string): string[] {
  const isHeld = ({ guardrail, controlMean, treatmentMean }: ComparisonResult): boolean =>
    guardrail ? guardrail.state === 'held' : controlMean === treatmentMean;
  return guardrails
    .map((metric) => `${metric}${GUARDRAIL_SUFFIX}`)
    .filter(
      (name) => !metrics.some((one) => one.name === name && one.comparison === comparison && isHeld(one)),
    );
}

/** What a metric is called where it stands as a guardrail. */
export const GUARDRAIL_SUFFIX = ' (guardrail)';

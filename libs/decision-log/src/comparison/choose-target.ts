import { forbidsVerdict } from '@keyart/evaluation';
import type { ComparedTarget, TargetChoice } from './comparison-result';

/** What the choice looks at. */
export type ChoosableTarget = Pick<ComparedTarget, 'target' | 'simultaneousInterval' | 'warnings'>;

/**
 * The target with the highest simultaneous lower bound of its difference, so that the best of many is not taken for better than it is.
 * The baseline stays where no bound lies above 0; targets whose diagnostics forbid a verdict are not chosen, whatever their bound.
 * @param targets of equal bounds the first is chosen
 */
export function chooseTarget(targets: readonly ChoosableTarget[]): TargetChoice {
  const readable = targets.filter(({ warnings }) => !warnings.some(({ code }) => forbidsVerdict(code)));
  const [best] = [...readable].sort((a, b) => boundOf(b) - boundOf(a));
  if (best && boundOf(best) > 0) {
    const reason = `of the targets that may be read, ${best.target} has the highest lower bound of its difference, and it lies above 0`;
    return { target: best.target, lowerBound: boundOf(best), reason };
  }
  return { target: null, lowerBound: null, reason: reasonToStay(targets, readable) };
}

function boundOf({ simultaneousInterval }: ChoosableTarget): number {
  return simultaneousInterval?.[0] ?? -Infinity;
}

function reasonToStay(targets: readonly ChoosableTarget[], readable: readonly ChoosableTarget[]): string {
  const refused = targets.filter((one) => boundOf(one) > 0 && !readable.includes(one));
  const none =
    readable.length === 0
      ? 'diagnostics forbid a verdict on every target'
      : 'no target that may be read has a lower bound of its difference above 0';
  if (refused.length === 0) return none;
  return `${none}; diagnostics forbid a verdict on ${refused.map(({ target }) => target).join(', ')}`;
}

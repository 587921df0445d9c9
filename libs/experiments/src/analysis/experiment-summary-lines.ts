import type { ComparisonResult, ExperimentResult } from '@keyart/evaluation';
import { forbidsWinner, type ExperimentWarning } from './experiment-warning';
import { notComparedLines } from './not-compared-lines';

/** Each comparison in a line of plain words; first of all, why none may be read, and last, which arms were not compared. */
export function experimentSummary(
  { metrics, notCompared }: ExperimentResult,
  warnings: readonly ExperimentWarning[],
): string[] {
  const blocked = warnings.filter(({ code }) => forbidsWinner(code));
  const first =
    blocked.length > 0 ? [`No winner can be named: ${blocked.map(({ detail }) => detail).join('; ')}.`] : [];
  const compared = metrics.map((one) => describe(one, blocked.length > 0));
  return [...first, ...compared, ...notComparedLines(notCompared).map((line) => `${line}.`)];
}

function describe(one: ComparisonResult, isBlocked: boolean): string {
  const what = `${one.name}, ${one.comparison}`;
  if (one.effect === null) return `${what}: ${one.problem ?? 'no effect'}.`;
  const size = `${effectText(one.effect, one.relative)} ${rangeText(one) || `(${one.problem ?? 'no interval'})`}`;
  const guard =
    one.guardrail && !isBlocked
      ? `; guardrail ${one.guardrail.state} (margin ${effectText(one.guardrail.margin, one.relative)})`
      : '';
  return `${what}: ${one.verdict}, ${size}${guard}.`;
}

/** An effect with its sign; relative ones in per cent. */
export function effectText(effect: number, isRelative: boolean): string {
  const sign = effect > 0 ? '+' : '';
  return isRelative ? `${sign}${(100 * effect).toFixed(2)}%` : `${sign}${Number(effect.toPrecision(4))}`;
}

/** An interval, open ends as such. */
export function rangeText({ interval, relative }: Pick<ComparisonResult, 'interval' | 'relative'>): string {
  if (!interval) return '';
  const [low, high] = interval.map((end, i) =>
    end === null ? `${i === 0 ? '−' : '+'}∞` : effectText(end, relative),
  );
  return `[${low}, ${high}]`;
}

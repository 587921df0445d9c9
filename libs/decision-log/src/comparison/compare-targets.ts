import { adjustByHolm, correctedVerdictOf } from '@keyart/evaluation';
import type { Analysis } from '../analysis';
import { describeRun } from '../describe-run';
import { evaluateTarget } from '../evaluate-target';
import type { ReportedEstimate } from '../evaluation-result';
import { fingerprintOf } from '../file/fingerprint';
import { openLog } from '../open-log';
import { describePolicy } from '../policies/policy-spec';
import { checkTargets } from './check-targets';
import { chooseTarget } from './choose-target';
import type { ComparisonOptions } from './comparison-options';
import { COMPARISON_SCHEMA, type ComparedTarget, type ComparisonResult } from './comparison-result';
import { measureDifference, type MeasuredTarget } from './measure-difference';

const OPENED = 0.3;

/**
 * Evaluates several targets against one baseline on one log; verdicts and the choice are corrected for there being several.
 * @param analysis a fresh one; its tables are used up
 * @throws DecisionLogError, LogFaultsError
 */
export async function compareTargets(
  analysis: Analysis,
  options: ComparisonOptions,
): Promise<ComparisonResult> {
  const { targets, onProgress: tell = () => undefined } = options;
  checkTargets(targets);
  const opened = await openLog(analysis, { settings: options, targets, segments: [] });
  const measured: MeasuredTarget[] = [];
  for (const [i, target] of targets.entries()) {
    const progress = (fraction: number, doing: string): void =>
      tell(OPENED + ((1 - OPENED) * (i + fraction)) / targets.length, `${describePolicy(target)}: ${doing}`);
    const isLast = i === targets.length - 1;
    const evaluation = await evaluateTarget(analysis, opened, { target, isLast, tell: progress });
    measured.push(measureDifference(options, evaluation, targets.length));
  }
  const compared = correctTogether(measured, options.alpha);
  const { sampleCount, memberCount } = measured[0].diagnostics;
  const fingerprint = await fingerprintOf(options.file);
  return {
    schema: COMPARISON_SCHEMA,
    baseline: describePolicy(options.baseline),
    choice: chooseTarget(compared),
    targets: compared,
    ...describeRun(options, { prepared: opened.prepared, fingerprint, sampleCount, memberCount }),
  };
}

function correctTogether(measured: readonly MeasuredTarget[], alpha: number): ComparedTarget[] {
  const adjusted = adjustByHolm(measured.map(({ pValue }) => pValue));
  return measured.map((one, i) => comparedTarget(one, adjusted[i], alpha));
}

function comparedTarget(
  { target, report, diagnostics, pValue, simultaneousInterval }: MeasuredTarget,
  adjustedPValue: number | null,
  alpha: number,
): ComparedTarget {
  const { headline, estimates, difference, differences, warnings, power } = report;
  const valueOf = (policy: ReportedEstimate['policy']): ReportedEstimate | null =>
    estimates.find((one) => one.policy === policy && one.estimator === headline?.estimator) ?? null;
  return {
    target: describePolicy(target),
    verdict: correctedVerdictOf({ difference, adjustedPValue, alpha }, warnings),
    ...{ value: valueOf('target'), baselineValue: valueOf('baseline') },
    ...{ difference, pValue, adjustedPValue, simultaneousInterval },
    ...{ differences, diagnostics, warnings, power },
  };
}

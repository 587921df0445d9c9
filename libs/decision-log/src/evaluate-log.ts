import type { Analysis } from './analysis';
import { assembleResult } from './assemble-result';
import { evaluateTarget } from './evaluate-target';
import type { EvaluationOptions } from './evaluation-options';
import type { EvaluationResult } from './evaluation-result';
import { fingerprintOf } from './file/fingerprint';
import { evaluateMatch } from './match/evaluate-match';
import { openLog } from './open-log';
import { evaluateSegments } from './segments/evaluate-segments';

const OPENED = 0.4;
const JUDGED = 0.9;

/**
 * Evaluates a target policy against a baseline on a log: estimates, diagnostics, power, verdict.
 * @param analysis a fresh one; its tables are used up
 * @throws DecisionLogError, LogFaultsError
 */
export async function evaluateLog(analysis: Analysis, options: EvaluationOptions): Promise<EvaluationResult> {
  const { target, segments: columns, onProgress: tell = () => undefined } = options;
  const opened = await openLog(analysis, { settings: options, targets: [target], segments: columns });
  const evaluation = await evaluateTarget(analysis, opened, {
    target,
    isLast: true,
    tell: (fraction, doing) => tell(OPENED + (JUDGED - OPENED) * fraction, doing),
  });
  tell(JUDGED, 'evaluating segments');
  const segments = await evaluateSegments(analysis, options);
  const match = await evaluateMatch(analysis, options.alpha);
  const fingerprint = await fingerprintOf(options.file);
  return assembleResult(options, { prepared: opened.prepared, evaluation, segments, match, fingerprint });
}

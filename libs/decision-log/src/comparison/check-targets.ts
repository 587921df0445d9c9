import { DecisionLogError } from '../errors';
import { describePolicy, type PolicySpec } from '../policies/policy-spec';

/** @throws DecisionLogError `BAD_EVALUATION_OPTION` for fewer than two targets, or one that is given twice */
export function checkTargets(targets: readonly PolicySpec[]): void {
  const names = targets.map(describePolicy);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new DecisionLogError('BAD_EVALUATION_OPTION', `--target ${twice}: is given twice`);
  if (names.length < 2)
    throw new DecisionLogError(
      'BAD_EVALUATION_OPTION',
      `--target ${names.join()}: a comparison takes two targets at least; evaluate takes one`,
    );
}

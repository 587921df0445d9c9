import { StatisticInputError } from '../errors';
import type { ArmSums } from './arm-sums';
import type { ExperimentPlan, MeasuredMetric, NamedArm } from './experiment-plan';
import { metricOf } from './metrics/metric-of';
import { FEWEST_UNITS, shortageOf } from './not-compared';

/** Cauchy and Schwarz hold up to the rounding of sums. */
const ROUNDING = 1e-9;

/**
 * @throws StatisticInputError naming metric, arm and field of the first thing that is missing or cannot be: a control too small to be measured,
 * sums that are not numbers, squares or products that the sums do not allow, a negative denominator
 */
export function checkExperiment(plan: ExperimentPlan, metrics: readonly MeasuredMetric[]): void {
  if (!(plan.alpha > 0 && plan.alpha < 1)) fail(`alpha is ${plan.alpha}, must be in (0, 1)`);
  if (plan.alternative !== 'two-sided' && plan.method.name !== 'welch')
    fail(`a one-sided alternative goes with the fixed test only, not with ${plan.method.name}`);
  if (metrics.length === 0) fail('there is no metric');
  for (const metric of metrics) {
    if (metric.arms.length < 2)
      fail(`metric ${metric.name} has ${metric.arms.length} arm, needs two at least`);
    if (metric.arms.length !== plan.weights.length)
      fail(
        `metric ${metric.name} has ${metric.arms.length} arms, and there are ${plan.weights.length} weights`,
      );
    metric.arms.forEach((arm) => checkArm(plan, metric, arm));
    checkControl(plan, metric);
  }
}

function checkControl(
  { fewestUnits }: ExperimentPlan,
  { name, type, arms: [control] }: MeasuredMetric,
): void {
  const shortage = shortageOf(type, control, fewestUnits);
  if (shortage !== null)
    fail(
      `metric ${name}, control ${control.name}: ${shortage}: no arm can be compared with it; wait for more, or name another arm as the control`,
    );
}

function checkArm(
  { isCuped, fewestUnits = FEWEST_UNITS }: ExperimentPlan,
  metric: MeasuredMetric,
  arm: NamedArm,
): void {
  const where = `metric ${metric.name}, arm ${arm.name}`;
  const kind = metricOf(metric.type);
  if (!(Number.isInteger(arm.n) && arm.n >= 0)) fail(`${where}: n is ${arm.n}, must be whole, 0 at least`);
  if (arm.n < fewestUnits) return;
  for (const field of kind.fields) if (arm[field] === undefined) fail(`${where}: ${field} is missing`);
  const given = kind.covariateFields?.filter((field) => arm[field] !== undefined) ?? [];
  const absent = kind.covariateFields?.find((field) => arm[field] === undefined);
  if (isCuped && given.length > 0 && absent) fail(`${where}: ${absent} is missing, needed by cuped`);
  checkSquares(arm, where);
  checkProducts(arm, where);
  const fault = kind.fault(arm);
  if (fault) fail(`${where}: ${fault}`);
}

function checkSquares(arm: ArmSums, where: string): void {
  const pairs = [
    ['sum', 'sumSquares'],
    ['denominatorSum', 'denominatorSumSquares'],
    ['covariateSum', 'covariateSumSquares'],
  ] as const;
  for (const [sumField, squaresField] of pairs) {
    const [sum, squares] = [arm[sumField], arm[squaresField]];
    if (sum !== undefined && !Number.isFinite(sum)) fail(`${where}: ${sumField} is ${sum}, must be a number`);
    if (squares === undefined) continue;
    if (!Number.isFinite(squares)) fail(`${where}: ${squaresField} is ${squares}, must be a number`);
    const least = (sum ?? 0) ** 2 / arm.n;
    if (squares < least * (1 - ROUNDING))
      fail(`${where}: ${squaresField} is ${squares}, must be ${least} at least (${sumField}² / n)`);
  }
}

const PRODUCTS = [
  ['crossSum', 'sum', 'denominatorSum'],
  ['covariateCrossSum', 'sum', 'covariateSum'],
  ['denominatorCovariateCrossSum', 'denominatorSum', 'covariateSum'],
] as const;

/** No covariance is larger than both standard deviations multiplied. */
function checkProducts(arm: ArmSums, where: string): void {
  for (const [field, x, y] of PRODUCTS) {
    const [cross, sumX, sumY] = [arm[field], arm[x], arm[y]];
    if (cross === undefined || sumX === undefined || sumY === undefined) continue;
    const [squaresX, squaresY] = [arm[`${x}Squares`], arm[`${y}Squares`]];
    if (squaresX === undefined || squaresY === undefined) continue;
    const middle = (sumX * sumY) / arm.n;
    const spread = (squares: number, sum: number): number => Math.max(0, squares - sum ** 2 / arm.n);
    const reach = Math.sqrt(spread(squaresX, sumX) * spread(squaresY, sumY));
    const slack = ROUNDING * Math.sqrt(squaresX * squaresY);
    if (!(Math.abs(cross - middle) <= reach + slack))
      fail(
        `${where}: ${field} is ${cross}, must be in ${middle - reach}…${middle + reach} (by ${x}, ${y} and their squares)`,
      );
  }
}

function fail(detail: string): never {
  throw new StatisticInputError(detail);
}

import { parseArgs } from 'node:util';
import { createRandom } from '@keyart/common';
import {
  asymptoticCs,
  effectOf,
  groupSequential,
  metricOf,
  msprt,
  WELCH,
  type ArmSums,
  type Effect,
  type IntervalMethod,
} from '@keyart/evaluation';
import { renderTable } from '../../apps/evaluator/src/terminal/table';
import { HOURS_POOL, TAKES_POOL, upworthyPool, type OutcomePool } from './experiments/outcome-pools';

const ALPHA = 0.05;
const LOOK_COUNT = 50;
const FRACTIONS = Array.from({ length: LOOK_COUNT }, (_, k) => (k + 1) / LOOK_COUNT);
/** Two standard errors of a share of 5%: more is above the level. */
const toleranceOf = (runCount: number): number => 2 * Math.sqrt((ALPHA * (1 - ALPHA)) / runCount);

/** A method at each look. */
interface Watched {
  readonly name: string;
  readonly isValidAtLooks: boolean;
  at(look: number): IntervalMethod | null;
}

const last = LOOK_COUNT - 1;
const BY_LOOK = FRACTIONS.map((_, k) => groupSequential(FRACTIONS.slice(0, k + 1)));
const CS = asymptoticCs();
const MSPRT = msprt();
const WATCHED: readonly Watched[] = [
  { name: 'welch, once at the end', isValidAtLooks: true, at: (look) => (look === last ? WELCH : null) },
  { name: `welch, at ${LOOK_COUNT} looks`, isValidAtLooks: false, at: () => WELCH },
  { name: `group-sequential, ${LOOK_COUNT} looks`, isValidAtLooks: true, at: (look) => BY_LOOK[look] },
  { name: `asymptotic-cs, ${LOOK_COUNT} looks`, isValidAtLooks: true, at: () => CS },
  { name: `msprt, ${LOOK_COUNT} looks`, isValidAtLooks: true, at: () => MSPRT },
];

interface Level {
  readonly pool: string;
  readonly method: string;
  /** Share of A/A tests in which some look called a difference. */
  readonly falseAlarmShare: number;
  readonly isValidAtLooks: boolean;
  readonly runCount: number;
}

/** How often each method finds a difference where members were split at random, so that there is none. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...{ runs: { type: 'string', default: '2000' }, upworthy: { type: 'string' } },
      json: { type: 'boolean', default: false },
    },
  });
  const pools = [TAKES_POOL, HOURS_POOL, ...(values.upworthy ? [await upworthyPool(values.upworthy)] : [])];
  const levels = pools.flatMap((pool) => levelsOf(pool, Number(values.runs)));
  if (values.json) console.log(JSON.stringify(levels));
  else report(levels);
}

function levelsOf(pool: OutcomePool, runCount: number): Level[] {
  const alarms = WATCHED.map(() => 0);
  for (let run = 0; run < runCount; run++) {
    const looks = splitAtRandom(pool, run);
    WATCHED.forEach(({ at }, w) => {
      const isAlarm = looks.some((effect, k) => {
        const method = at(k);
        return (
          method &&
          effect &&
          Math.abs(effect.effect) > method.criticalValue(effect, ALPHA) * effect.standardError
        );
      });
      alarms[w] += Number(isAlarm);
    });
  }
  return WATCHED.map(({ name, isValidAtLooks }, w) => ({
    ...{ pool: pool.name, method: name, falseAlarmShare: alarms[w] / runCount, isValidAtLooks, runCount },
  }));
}

/** `[looks]` the effect so far; null while nothing varies. */
function splitAtRandom(pool: OutcomePool, run: number): (Effect | null)[] {
  const outcomes = pool.outcomes(run);
  const random = createRandom(`split/${pool.name}/${run}`);
  const arms: ArmSums[] = [0, 1].map(() => ({ n: 0, sum: 0, sumSquares: 0 }));
  let seen = 0;
  return FRACTIONS.map((fraction) => {
    const until = Math.round(fraction * outcomes.length);
    for (; seen < until; seen++) {
      const side = random.next() < 0.5 ? 0 : 1;
      const { n, sum, sumSquares } = arms[side];
      const value = outcomes[seen];
      arms[side] = { n: n + 1, sum: sum + value, sumSquares: sumSquares + value * value };
    }
    return effectSoFar(arms);
  });
}

function effectSoFar([a, b]: readonly ArmSums[]): Effect | null {
  if (a.n < 2 || b.n < 2) return null;
  const [control, treatment] = [metricOf('mean').moments(a), metricOf('mean').moments(b)];
  const unadjusted = { control: control.mean, treatment: treatment.mean };
  const effect = effectOf({ control, treatment, unadjusted }, false);
  return 'problem' in effect ? null : effect;
}

function report(levels: readonly Level[]): void {
  const rows = levels.map(({ pool, method, falseAlarmShare, isValidAtLooks, runCount }) => {
    const isKept = falseAlarmShare <= ALPHA + toleranceOf(runCount);
    const note = isValidAtLooks ? (isKept ? 'keeps 5%' : 'ABOVE 5%') : 'fails, as it must';
    return [
      pool,
      method,
      `${(100 * falseAlarmShare).toFixed(1)}%`,
      String(runCount),
      isKept && !isValidAtLooks ? 'KEPT?' : note,
    ];
  });
  console.log(renderTable([['outcomes', 'method', 'false alarms', 'A/A tests', ''], ...rows]));
}

void main();

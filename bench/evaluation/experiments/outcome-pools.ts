import { createRandom } from '@keyart/common';
import { Analysis } from '@keyart/decision-log';

/** Outcomes of members whom nothing set apart: whoever splits them at random makes an A/A test. */
export interface OutcomePool {
  readonly name: string;
  /** In random order; the caller must not change it. @param run names the order, and the pool where there are several */
  outcomes(run: number): Float64Array;
}

/** Fewer impressions make no test worth 50 looks. */
const FEWEST_IMPRESSIONS = 2000;
const SIMULATED_COUNT = 10_000;

/** Clicks of single arms of real tests: every arm is a pool. @param file of the Upworthy archive, Parquet */
export async function upworthyPool(file: string): Promise<OutcomePool> {
  const analysis = await Analysis.open();
  try {
    const arms = await analysis.rows<{ impressions: number; clicks: number }>(
      `SELECT impressions::DOUBLE AS impressions, clicks::DOUBLE AS clicks FROM read_parquet('${file}') WHERE impressions >= ${FEWEST_IMPRESSIONS} ORDER BY "index"`,
    );
    return {
      name: `clicks within single arms of Upworthy tests (${arms.length} arms of ${FEWEST_IMPRESSIONS} impressions and more)`,
      outcomes: (run) => {
        const random = createRandom(`upworthy/${run}`);
        const { impressions, clicks } = arms[Math.floor(random.next() * arms.length)];
        return shuffled(
          Float64Array.from({ length: impressions }, (_, i) => Number(i < clicks)),
          random,
        );
      },
    };
  } finally {
    await analysis.close();
  }
}

/** Takes with a rate of 10%. */
export const TAKES_POOL: OutcomePool = {
  name: 'simulated takes, 10%',
  outcomes: (run) => {
    const random = createRandom(`takes/${run}`);
    return Float64Array.from({ length: SIMULATED_COUNT }, () => Number(random.next() < 0.1));
  },
};

/** Hours watched, heavy-tailed: log-normal with σ = 1.2. */
export const HOURS_POOL: OutcomePool = {
  name: 'simulated hours, log-normal',
  outcomes: (run) => {
    const random = createRandom(`hours/${run}`);
    return Float64Array.from({ length: SIMULATED_COUNT }, () => Math.exp(1.2 * normal(random)));
  },
};

function normal(random: { next(): number }): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

function shuffled(values: Float64Array, random: { next(): number }): Float64Array {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random.next() * (i + 1));
    [values[i], values[j]] = [values[j], values[i]];
  }
  return values;
}

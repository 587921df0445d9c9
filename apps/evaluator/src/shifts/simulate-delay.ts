import { createRandom, type Random } from '@keyart/common';
import { CUSUM_REFERENCE, cusumRunLength } from '@keyart/shifts';
import { normal } from '@keyart/simulation';

/** Mean buckets until a chart notices a shift that is there from the start, after a baseline that is known. */
export interface DelayRow {
  readonly chart: string;
  /** Mean buckets to a false alarm. */
  readonly runLength: number;
  /** By size of the shift. */
  readonly delays: readonly {
    readonly sizeSd: number;
    readonly designed: number;
    readonly measured: number;
  }[];
}

const SIZES = [1, 2, 3] as const;
const RUN_COUNT = 20_000;
const RULE_SD = 3;
/** P(|Z| > 3). */
const RULE_FALSE_RATE = 0.002699796063;

/** Whether a chart that has now seen a value is out. */
type Chart = (z: number) => boolean;

function cusumChart(threshold: number): Chart {
  let [up, down] = [0, 0];
  return (z) => {
    up = Math.max(0, up + z - CUSUM_REFERENCE);
    down = Math.max(0, down - z - CUSUM_REFERENCE);
    return Math.max(up, down) > threshold;
  };
}

function meanDelay(start: () => Chart, sizeSd: number, random: Random): number {
  let total = 0;
  for (let run = 0; run < RUN_COUNT; run++) {
    const chart = start();
    do total++;
    while (!chart(sizeSd + normal(random)));
  }
  return total / RUN_COUNT;
}

function ruleDelay(sizeSd: number, random: Random): DelayRow['delays'][number] {
  const measured = meanDelay(() => (z) => Math.abs(z) > RULE_SD, sizeSd, random);
  return { sizeSd, designed: RULE_DELAYS[SIZES.findIndex((size) => size === sizeSd)], measured };
}

/** 1/P(|Z + δ| > 3). */
const RULE_DELAYS = [43.89, 6.302, 2] as const;

/** Delays of the CUSUM by threshold, and of a rule that calls each bucket beyond 3 σ. */
export function simulateDelays(thresholds: readonly number[], seed: string): DelayRow[] {
  const random = createRandom(`${seed}/delay`);
  const charts = thresholds.map((threshold) => ({
    chart: `CUSUM, h = ${threshold}`,
    runLength: cusumRunLength(threshold),
    delays: SIZES.map((sizeSd) => ({
      ...{ sizeSd, designed: cusumRunLength(threshold, sizeSd) },
      measured: meanDelay(() => cusumChart(threshold), sizeSd, random),
    })),
  }));
  const rule = { chart: '3 σ rule', runLength: 1 / RULE_FALSE_RATE };
  return [...charts, { ...rule, delays: SIZES.map((sizeSd) => ruleDelay(sizeSd, random)) }];
}

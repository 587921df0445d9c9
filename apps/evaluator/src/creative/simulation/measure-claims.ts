import {
  claimReviews,
  DEFAULT_CLAIMS,
  judgeClaims,
  type ClaimVerdict,
  type ClaimWorld,
} from '@keyart/creative';
import type { SimulationSize } from './measure-drivers';
import { Share } from './share';

const TRUE_DIFFERENCE = 0.1;
const WORLDS = {
  true: { titlesPerGenre: 30, difference: TRUE_DIFFERENCE, hasLoudTitle: false },
  none: { titlesPerGenre: 30, difference: 0, hasLoudTitle: false },
  loud: { titlesPerGenre: 30, difference: 0, hasLoudTitle: true },
  few: { titlesPerGenre: 4, difference: TRUE_DIFFERENCE, hasLoudTitle: false },
} as const satisfies Record<string, ClaimWorld>;

/** Verdicts on the default claim where it is known whether it holds. */
export interface ClaimFigures {
  readonly worldCount: number;
  /** Claims that hold, by a tenth of the scale, and are supported. */
  readonly trueSupported: number;
  /** Claims that do not hold and are supported all the same; also where one loud title has half of all reviews. */
  readonly falseSupported: number;
  readonly loudSupported: number;
  /** Claims on eight titles of which it is said that there is too little data. */
  readonly fewTooLittle: number;
  /** 95% intervals that hold the difference. */
  readonly coverage: number;
}

/** Judges the default claim in worlds where it holds, does not, hangs on one title, or has too few titles. */
export function measureClaims({ seed, worldCount, onProgress }: SimulationSize): ClaimFigures {
  const coverage = new Share();
  const shareOf = (name: keyof typeof WORLDS, verdict: ClaimVerdict): number => {
    const share = new Share();
    const world = WORLDS[name];
    for (let i = 0; i < worldCount; i++) {
      const [result] = judgeClaims(claimReviews(world, `${seed}/${name}/${i}`), DEFAULT_CLAIMS, seed);
      share.add(result.verdict === verdict);
      const { comparison } = result;
      if (comparison && !world.hasLoudTitle)
        coverage.add(
          comparison.interval[0] <= world.difference && world.difference <= comparison.interval[1],
        );
      onProgress((i + 1) / worldCount);
    }
    return share.value;
  };
  return {
    worldCount,
    trueSupported: shareOf('true', 'supported'),
    falseSupported: shareOf('none', 'supported'),
    loudSupported: shareOf('loud', 'supported'),
    fewTooLittle: shareOf('few', 'too little data'),
    coverage: coverage.value,
  };
}

import {
  ALL_TITLES,
  findDrivers,
  madeUpReviews,
  NULL_WORLD,
  PLANTED_EFFECTS,
  PLANTED_WORLD,
  type Driver,
} from '@keyart/creative';
import { Share } from './share';

/** What is found of planted drivers, and where there are none. */
export interface DriverFigures {
  readonly plantedWorldCount: number;
  readonly nullWorldCount: number;
  /** Planted drivers, over worlds, of which the sign was found, and which were told. */
  readonly signShare: number;
  readonly toldShare: number;
  /** Mean over worlds of the share of what was told that is nothing. */
  readonly falseShare: number;
  /** Worlds without any driver in which something was told. */
  readonly nullWorldShare: number;
  /** 95% intervals that hold the planted effect, and those that hold 0 where there is none. */
  readonly plantedCoverage: number;
  readonly nullCoverage: number;
}

/** How much is made up. */
export interface SimulationSize {
  readonly seed: string;
  readonly worldCount: number;
  readonly onProgress: (fraction: number) => void;
}

const effectOf = ({ kind, name }: Driver): number => PLANTED_EFFECTS[`${kind} ${name}`] ?? 0;

/** Finds drivers in worlds of which it is known what drives reviews. */
export function measureDrivers({ seed, worldCount, onProgress }: SimulationSize): DriverFigures {
  const shares = { sign: new Share(), told: new Share(), planted: new Share(), absent: new Share() };
  const nullWorlds = new Share();
  const falseShares: number[] = [];
  for (let i = 0; i < worldCount; i++) {
    const drivers = driversOf(madeUpReviews(PLANTED_WORLD, `${seed}/planted/${i}`));
    for (const driver of drivers) {
      const effect = effectOf(driver);
      (effect === 0 ? shares.absent : shares.planted).add(holds(driver, effect));
      if (effect === 0) continue;
      shares.sign.add(Math.sign(driver.effect) === Math.sign(effect));
      shares.told.add(driver.isDiscovery);
    }
    const told = drivers.filter(({ isDiscovery }) => isDiscovery);
    falseShares.push(told.filter((one) => effectOf(one) === 0).length / Math.max(1, told.length));
    const nothing = driversOf(madeUpReviews(NULL_WORLD, `${seed}/null/${i}`));
    nullWorlds.add(nothing.some(({ isDiscovery }) => isDiscovery));
    for (const driver of nothing) shares.absent.add(holds(driver, 0));
    onProgress((i + 1) / worldCount);
  }
  return {
    ...{ plantedWorldCount: worldCount, nullWorldCount: worldCount },
    ...{ signShare: shares.sign.value, toldShare: shares.told.value, nullWorldShare: nullWorlds.value },
    falseShare: falseShares.reduce((sum, one) => sum + one, 0) / worldCount,
    ...{ plantedCoverage: shares.planted.value, nullCoverage: shares.absent.value },
  };
}

function driversOf(reviews: ReturnType<typeof madeUpReviews>): readonly Driver[] {
  return findDrivers(reviews, { scopes: [ALL_TITLES], outcome: 'polarity' }).scopes[0].drivers;
}

function holds({ interval: [lower, upper] }: Driver, effect: number): boolean {
  return lower <= effect && effect <= upper;
}

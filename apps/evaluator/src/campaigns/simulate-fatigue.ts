import { creativeFatigue, riskRatio, type FatigueCell } from '@keyart/campaigns';
import { createRandom, pickIndex, type Random } from '@keyart/common';
import { normalDraw } from './normal-draw';

/** How well tired creatives are told from fresh ones. */
export interface FatigueResult {
  readonly runCount: number;
  /** Runs without wear in which some creative is called tired. */
  readonly falseFraction: number;
  /** The same where takes of repeated and fresh impressions are compared as they are. */
  readonly naiveFalseFraction: number;
  /** Runs with a worn creative in which it is called tired. */
  readonly foundFraction: number;
  /** Share of its rate that the worn creative keeps: planted for those impressions, and estimated. */
  readonly plantedRatio: number;
  readonly meanRatio: number;
  /** Runs whose 95% interval holds the planted ratio. */
  readonly coverage: number;
}

const [VIEWER_COUNT, VISIT_COUNT, BASE_RATE, VIEWER_SD] = [20_000, 10, 0.05, 0.8];
const SHARES = [0.5, 0.3, 0.2];
const ARTWORKS = ['worn', 'plain', 'other'];
/** Each repetition leaves this share of the worn creative's rate. */
export const WEAR_FACTOR = 0.85;

interface PlayedWear {
  readonly cells: readonly FatigueCell[];
  /** Of the worn creative, over its repeated impressions. */
  readonly plantedRatio: number;
}

/** Viewers differ in how much they take and leave with the first take: who stays takes less, tired or not. */
export function simulateFatigue(seed: string, runCount: number): FatigueResult {
  let [falseCount, naiveCount, foundCount, covered, ratios, planted] = [0, 0, 0, 0, 0, 0];
  for (let run = 0; run < runCount; run++) {
    const fresh = play(1, createRandom(`${seed}/fatigue/none/${run}`));
    if (creativeFatigue(ARTWORKS, fresh.cells).some(({ verdict }) => verdict === 'tired')) falseCount++;
    if (ARTWORKS.some((artworkId) => seemsTired(fresh.cells.filter((cell) => cell.artworkId === artworkId))))
      naiveCount++;
    const worn = play(WEAR_FACTOR, createRandom(`${seed}/fatigue/worn/${run}`));
    const [{ verdict, overall }] = creativeFatigue(ARTWORKS, worn.cells);
    if (verdict === 'tired') foundCount++;
    const [low, high] = overall?.interval ?? [0, 0];
    if (low <= worn.plantedRatio && worn.plantedRatio <= high) covered++;
    ratios += overall?.ratio ?? 0;
    planted += worn.plantedRatio;
  }
  return {
    ...{ runCount, falseFraction: falseCount / runCount, naiveFalseFraction: naiveCount / runCount },
    ...{
      foundFraction: foundCount / runCount,
      plantedRatio: planted / runCount,
      meanRatio: ratios / runCount,
    },
    coverage: covered / runCount,
  };
}

function play(wearFactor: number, random: Random): PlayedWear {
  const tallies = ARTWORKS.map(() => Array.from({ length: VISIT_COUNT }, newTally));
  for (let viewer = 0; viewer < VIEWER_COUNT; viewer++) {
    const logOdds = Math.log(BASE_RATE / (1 - BASE_RATE)) + VIEWER_SD * normalDraw(random);
    const rate = 1 / (1 + Math.exp(-logOdds));
    const repeats = [0, 0, 0];
    for (let visit = 0; visit < VISIT_COUNT; visit++) {
      const k = pickIndex(SHARES, random);
      const left = k === 0 ? wearFactor ** repeats[k] : 1;
      const { impressions, takes } = tallies[k][visit];
      impressions[repeats[k]]++;
      if (random.next() < rate * left) {
        takes[repeats[k]]++;
        break;
      }
      repeats[k]++;
    }
  }
  return { cells: tallies.flatMap(cellsOf), plantedRatio: plantedRatio(tallies[0], wearFactor) };
}

/** `[repeats]` of a creative at one visit. */
interface Tally {
  readonly impressions: number[];
  readonly takes: number[];
}

function newTally(): Tally {
  const zeros = (): number[] => new Array<number>(VISIT_COUNT).fill(0);
  return { impressions: zeros(), takes: zeros() };
}

function cellsOf(visits: readonly Tally[], k: number): FatigueCell[] {
  return visits.flatMap(({ impressions, takes }, visit) =>
    impressions.flatMap((impressionCount, repeatCount) =>
      impressionCount === 0
        ? []
        : [
            {
              artworkId: ARTWORKS[k],
              stratum: String(visit),
              repeatCount,
              impressionCount,
              takeCount: takes[repeatCount],
            },
          ],
    ),
  );
}

/** What the visits' ratios are with Mantel and Haenszel's weights, `n₁ n₀ / N`. */
function plantedRatio(visits: readonly Tally[], wearFactor: number): number {
  let [kept, weight] = [0, 0];
  for (const { impressions } of visits) {
    const [fresh, ...repeated] = impressions;
    const exposed = repeated.reduce((sum, count) => sum + count, 0);
    if (fresh === 0 || exposed === 0) continue;
    const share = fresh / (fresh + exposed);
    weight += share * exposed;
    kept += share * repeated.reduce((sum, count, i) => sum + count * wearFactor ** (i + 1), 0);
  }
  return kept / weight;
}

/** Whether all repeated impressions together lie below all fresh ones, the interval included. */
function seemsTired(cells: readonly FatigueCell[]): boolean {
  const sum = (isRepeat: boolean, of: (cell: FatigueCell) => number): number =>
    cells
      .filter(({ repeatCount }) => repeatCount > 0 === isRepeat)
      .reduce((total, cell) => total + of(cell), 0);
  const impressions = (cell: FatigueCell): number => cell.impressionCount;
  const takes = (cell: FatigueCell): number => cell.takeCount;
  const all = {
    ...{ exposedCount: sum(true, impressions), exposedHits: sum(true, takes) },
    ...{ freshCount: sum(false, impressions), freshHits: sum(false, takes) },
  };
  return (riskRatio([all])?.interval[1] ?? 1) < 1;
}

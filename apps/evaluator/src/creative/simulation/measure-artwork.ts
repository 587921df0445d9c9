import {
  ARTWORK_WORLD,
  findTraitLifts,
  liftTable,
  madeUpLog,
  PLANTED_TRAIT,
  type Scope,
  type TraitDecision,
} from '@keyart/creative';
import type { SimulationSize } from './measure-drivers';
import { Share } from './share';

const DRAMA: Scope = { kind: 'genre', value: 'Drama' };
const COMEDY: Scope = { kind: 'genre', value: 'Comedy' };
const NULL_LOG = { ...ARTWORK_WORLD, effect: 0, decisionCount: 12_000 };
const TABLE_LOG = { ...ARTWORK_WORLD, cellSpread: 0.15 };

/** What is found of a planted trait under a policy that shows it to those who take more of anything. */
export interface ArtworkFigures {
  readonly logCount: number;
  /** Logs in which its lift in dramas has the right sign, and was told. */
  readonly signShare: number;
  readonly toldShare: number;
  /** 95% intervals that hold the truth: of the planted lift in dramas, of none in comedies. */
  readonly coverage: number;
  /** Logs without any effect in which something was told. */
  readonly nullLogShare: number;
  /** Mean lift in comedies, where there is none, weighted and as counted. */
  readonly weightedBias: number;
  readonly countedBias: number;
  /** Root mean square error of cells by country and micro-genre, as measured and shrunken, and intervals that hold the truth. */
  readonly rawError: number;
  readonly shrunkenError: number;
  readonly cellCoverage: number;
}

/** Finds the lift of a planted trait in logs of which it is known. */
export function measureArtwork({ seed, worldCount, onProgress }: SimulationSize): ArtworkFigures {
  const [sign, told, coverage, nullLogs] = [new Share(), new Share(), new Share(), new Share()];
  const cells = new CellErrors();
  let [weighted, counted] = [0, 0];
  for (let i = 0; i < worldCount; i++) {
    const { decisions } = madeUpLog(ARTWORK_WORLD, `${seed}/planted/${i}`);
    const { lifts } = findTraitLifts(decisions, { scopes: [DRAMA, COMEDY], countries: [] });
    for (const { trait, scope, lift, interval, isDiscovery } of lifts) {
      if (trait !== PLANTED_TRAIT) continue;
      const truth = scope === DRAMA ? Math.expm1(ARTWORK_WORLD.effect) : 0;
      coverage.add(interval[0] <= truth && truth <= interval[1]);
      if (scope === COMEDY) {
        weighted += lift / worldCount;
        continue;
      }
      sign.add(lift > 0);
      told.add(isDiscovery);
    }
    counted += countedLift(decisions) / worldCount;
    const nothing = madeUpLog(NULL_LOG, `${seed}/null/${i}`).decisions;
    const found = findTraitLifts(nothing, { scopes: [DRAMA, COMEDY], countries: [] }).lifts;
    nullLogs.add(found.some(({ isDiscovery }) => isDiscovery));
    cells.add(madeUpLog(TABLE_LOG, `${seed}/table/${i}`));
    onProgress((i + 1) / worldCount);
  }
  return {
    ...{ logCount: worldCount, signShare: sign.value, toldShare: told.value, coverage: coverage.value },
    ...{ nullLogShare: nullLogs.value, weightedBias: weighted, countedBias: counted },
    ...cells.figures,
  };
}

/** Takes by impressions, as a spreadsheet would have them. */
function countedLift(decisions: readonly TraitDecision[]): number {
  const fraction = (isPlanted: boolean): number => {
    const share = new Share();
    for (const { genres, slate, shownAt, isTaken } of decisions)
      if (genres[0] === COMEDY.value && slate[shownAt].includes(PLANTED_TRAIT) === isPlanted)
        share.add(isTaken);
    return share.value;
  };
  return fraction(true) / fraction(false) - 1;
}

/** Errors of cells in logarithms, over tables. */
class CellErrors {
  private readonly coverage = new Share();
  private raw = { sum: 0, count: 0 };
  private shrunken = { sum: 0, count: 0 };

  add({ decisions, cellEffects }: ReturnType<typeof madeUpLog>): void {
    const dramas = decisions.filter(({ genres }) => genres[0] === DRAMA.value);
    for (const { country, microGenre, shown } of liftTable(dramas, PLANTED_TRAIT)?.cells ?? []) {
      const truth = cellEffects.get(`${country} ${microGenre}`);
      // The same cells for both.
      if (!shown || shown.rawLift === null || truth === undefined) continue;
      this.raw = plus(this.raw, Math.log1p(shown.rawLift) - truth);
      this.shrunken = plus(this.shrunken, Math.log1p(shown.lift) - truth);
      const [lower, upper] = shown.interval.map(Math.log1p);
      this.coverage.add(lower <= truth && truth <= upper);
    }
  }

  get figures(): Pick<ArtworkFigures, 'rawError' | 'shrunkenError' | 'cellCoverage'> {
    return {
      rawError: Math.sqrt(this.raw.sum / this.raw.count),
      shrunkenError: Math.sqrt(this.shrunken.sum / this.shrunken.count),
      cellCoverage: this.coverage.value,
    };
  }
}

function plus({ sum, count }: { sum: number; count: number }, error: number): { sum: number; count: number } {
  return { sum: sum + error ** 2, count: count + 1 };
}

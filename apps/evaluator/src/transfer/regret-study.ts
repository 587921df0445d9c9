import type { ProgressListener } from '@keyart/common';
import {
  crossFitRanker,
  DEFAULT_LOG,
  importanceOf,
  pictureVariances,
  PlantedInsights,
  simulateLog,
  simulateRegret,
  ViewerTruth,
  type PicturePrior,
  type RewardBelief,
  type World,
  type WorldDecision,
  type WorldRanker,
} from '@keyart/simulation';
import {
  centredTraits,
  centredValues,
  insightLifts,
  type InsightFit,
  type InsightRow,
  type TransferPart,
} from '@keyart/transfer';
import { WorldBandit, worldSlates } from './world-bandit';

/** Size and chances of an evaluation. */
export interface RegretOptions {
  readonly decisionCount: number;
  /** Repetitions of a title's first impressions. */
  readonly drawCount: number;
  readonly seed: string;
  readonly progress: ProgressListener;
}

/** Impressions of a cold title that count. */
export const IMPRESSION_COUNT = 1000;
/** Viewers that a picture's mean is taken over: leanings enter linearly. */
const VIEWER_STRIDE = 5;

/** Lifts of a title's pictures for a viewer, by their places in the world, `[K]`. */
export type LiftsOf = (title: number, viewer: number) => Float64Array;

/** A prior of pictures, and what is believed of titles beside it. */
export interface NamedPrior {
  readonly name: string;
  readonly belief: RewardBelief;
  readonly variance: number;
  readonly lifts: LiftsOf;
}

/** Lifts that are the same for all viewers, each title's worked out once. */
export function forAll(of: (title: number) => Float64Array): LiftsOf {
  const known = new Map<number, Float64Array>();
  return (title) => {
    const lifts = known.get(title) ?? of(title);
    known.set(title, lifts);
    return lifts;
  };
}

/** Whose best picture counts: one for all viewers of a title, or each viewer's own. */
export type RegretScope = 'title' | 'viewer';

/** One evaluation: the log of warm titles, what is learnt from it, what it is worth on cold ones. */
export class RegretStudy {
  private readonly truth: ViewerTruth;
  private readonly slates: Float64Array[][];
  private readonly sampled: readonly number[];

  constructor(
    private readonly world: World,
    microGenres: ReadonlyMap<string, readonly string[]>,
    readonly options: RegretOptions,
  ) {
    this.truth = new ViewerTruth(
      world,
      new PlantedInsights(world, ({ titleId }) => microGenres.get(titleId) ?? []),
    );
    this.slates = worldSlates(world);
    this.sampled = world.viewers
      .flatMap(({ isHeldOut }, at) => (isHeldOut ? [] : [at]))
      .filter((_, i) => i % VIEWER_STRIDE === 0);
  }

  /** The log, and the bandit fitted to it: as it serves, and without the title at hand. */
  logged(): { decisions: WorldDecision[]; production: WorldRanker; byTitle: WorldRanker } {
    const { world, truth, slates } = this;
    const { decisionCount, seed, progress } = this.options;
    const { fit } = new WorldBandit(world, slates);
    const log = { ...DEFAULT_LOG, decisionCount, seed: `${seed}/log` };
    const decisions = simulateLog({ world, truth, fit, progress }, log);
    return { decisions, production: fit(decisions), byTitle: crossFitRanker(fit, decisions, 'title') };
  }

  rows(decisions: readonly WorldDecision[], baseline: WorldRanker): InsightRow[] {
    return decisions.map((decision) => {
      const { viewer, title, shown, reward } = decision;
      return {
        ...{ viewer, title: this.world.titles[title].titleId, region: '', slate: this.slates[title] },
        ...{ shownAt: shown, reward, scenes: new Float64Array(this.slates[title].length) },
        ...{ weight: importanceOf(decision), baseline: baseline.scores(viewer, title) },
      };
    });
  }

  /** All pictures alike. */
  nothing(title: number): Float64Array {
    return new Float64Array(this.slates[title].length);
  }

  /** What the bandit expects of pictures of a title that it has not seen, of each viewer or the mean over viewers. */
  content(ranker: WorldRanker, scope: RegretScope): LiftsOf {
    if (scope === 'viewer')
      return (title, viewer) => centredValues(Float64Array.from(ranker.scores(viewer, title) ?? []));
    return forAll((title) => {
      const sum = new Float64Array(this.slates[title].length);
      for (const viewer of this.sampled) {
        const scores = ranker.scores(viewer, title) ?? [];
        for (let k = 0; k < sum.length; k++) sum[k] += scores[k] / this.sampled.length;
      }
      return centredValues(sum);
    });
  }

  transferred({ similarity, microGenre, weights }: InsightFit): LiftsOf {
    return forAll((title) => {
      const slate = this.slates[title];
      const { titleId } = this.world.titles[title];
      const fit = { similarity, microGenre, weights, regions: new Map(), rowCount: 0 };
      const { lifts } = insightLifts(fit, { title: titleId, slate, scenes: new Float64Array(slate.length) });
      return lifts.similarity.map((lift, k) => lift + lifts['micro-genre'][k]);
    });
  }

  /** The same for titles of the log, each without its own outcomes. */
  outOfFold({ similarity, microGenre, weights }: InsightFit): LiftsOf {
    const parts: [TransferPart | null, number][] = [
      [similarity, weights.similarity],
      [microGenre, weights['micro-genre']],
    ];
    return forAll((title) => {
      const lifts = new Float64Array(this.slates[title].length);
      for (const [part, weight] of parts) {
        const effects = part?.isOn ? part.outOfFold.get(this.world.titles[title].titleId) : undefined;
        if (effects)
          centredTraits(this.slates[title]).forEach((traits, k) => {
            lifts[k] += weight * traits.reduce((sum, value, t) => sum + value * effects[t], 0);
          });
      }
      return lifts;
    });
  }

  spreadOf(decisions: readonly WorldDecision[], lifts: LiftsOf): ReturnType<typeof pictureVariances> {
    return pictureVariances(
      decisions.map((decision) => {
        const { title, viewer, shown, reward } = decision;
        return {
          title,
          picture: shown,
          weight: importanceOf(decision),
          surplus: reward - lifts(title, viewer)[shown],
        };
      }),
    );
  }

  /** True means of a title's pictures, `[V][K]`: of each sampled viewer, or one row over all viewers. */
  trueMeans(title: number, scope: RegretScope): Float64Array[] {
    const { viewers, titles } = this.world;
    if (scope === 'viewer') return this.sampled.map((viewer) => this.truth.takes(viewer, titles[title]));
    const means = new Float64Array(this.slates[title].length);
    viewers.forEach((_, viewer) => {
      this.truth.takes(viewer, titles[title]).forEach((take, k) => (means[k] += take / viewers.length));
    });
    return [means];
  }

  /** What a prior says of a title's pictures, rows as those of the true means. */
  liftsOf(lifts: LiftsOf, title: number, means: readonly Float64Array[]): Float64Array[] {
    return means.map((_, row) => lifts(title, this.sampled[row]));
  }

  regretsOf(prior: NamedPrior, cold: ReadonlyMap<number, Float64Array[]>): Float64Array {
    const { drawCount, seed } = this.options;
    return Float64Array.from(cold, ([title, means]) => {
      const lifts = this.liftsOf(prior.lifts, title, means);
      const start: PicturePrior = { lifts, variance: prior.variance };
      return simulateRegret({
        ...{ means, prior: start, belief: prior.belief, drawCount },
        ...{ impressionCount: IMPRESSION_COUNT, seed: `${seed}/${title}` },
      });
    });
  }
}

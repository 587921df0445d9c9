import { studentQuantile } from '@keyart/evaluation';
import {
  buildWorld,
  DEFAULT_INSIGHT_KNOBS,
  importanceOf,
  pictureVariances,
  type InsightKnobs,
  type Interval,
  type World,
  type WorldDecision,
  type WorldRanker,
} from '@keyart/simulation';
import {
  centredValues,
  fitInsights,
  transferGuard,
  type InsightFit,
  type TransferGuard,
} from '@keyart/transfer';
import { worldLikeness } from '../world/insights/world-titles';
import {
  IMPRESSION_COUNT,
  forAll,
  RegretStudy,
  type LiftsOf,
  type NamedPrior,
  type RegretOptions,
  type RegretScope,
} from './regret-study';
import { shuffledSources, turnedRound } from './wrong-similarity';

/** How a prior did. */
export interface PriorRegret {
  readonly name: string;
  /** Takes missed on the first impressions of a cold title, mean over titles. */
  readonly regret: number;
  /** Spread of pictures that the bandit started from, reward. */
  readonly spread: number;
  /** Correlation of the lifts with the truth over all pictures of cold titles; null: all lifts are 0. */
  readonly correlation: number | null;
  /** Regret taken off that of the flat prior and of the catalogue's, fractions, 95% by title. */
  readonly belowFlat: Interval;
  readonly belowCatalogue: Interval;
}

/** What the first impressions of cold titles cost by what is believed beforehand. */
export interface RegretEvaluation {
  readonly knobs: InsightKnobs;
  readonly decisionCount: number;
  readonly coldTitleCount: number;
  readonly impressionCount: number;
  readonly drawCount: number;
  /** Against the title's best picture for all viewers, and against each viewer's best. */
  readonly priors: Readonly<Record<RegretScope, readonly PriorRegret[]>>;
  /** By what titles were told alike by: guards of both kinds. */
  readonly guards: Readonly<Record<'true' | 'shuffled' | 'turned round', readonly TransferGuard[]>>;
}

/** A uniform prior of each picture's mean, by its two moments. */
const UNIFORM = { mean: 0.5, variance: 1 / 12 };
const NO_TITLE_VARIANCE = 1e-9;

function plus(...parts: readonly LiftsOf[]): LiftsOf {
  return (title, viewer) =>
    parts.map((part) => part(title, viewer)).reduce((a, b) => a.map((value, k) => value + b[k]));
}

/** 1 − Σ x / Σ y, linearised, titles independent. */
function share(x: Float64Array, y: Float64Array): Interval {
  const total = y.reduce((sum, value) => sum + value, 0);
  const ratio = x.reduce((sum, value) => sum + value, 0) / total;
  const squares = x.reduce((sum, value, i) => sum + (value - ratio * y[i]) ** 2, 0);
  const error = Math.sqrt((squares * x.length) / (x.length - 1)) / total;
  const half = studentQuantile(0.975, x.length - 1) * error;
  return { value: 1 - ratio, low: 1 - ratio - half, high: 1 - ratio + half };
}

function correlationOf(lifts: readonly Float64Array[], means: readonly Float64Array[]): number | null {
  let [product, ofLifts, ofTruth] = [0, 0, 0];
  means.forEach((own, row) => {
    const above = centredValues(own);
    lifts[row].forEach((lift, k) => {
      product += lift * above[k];
      ofLifts += lift ** 2;
      ofTruth += above[k] ** 2;
    });
  });
  return ofLifts === 0 ? null : product / Math.sqrt(ofLifts * ofTruth);
}

function guardsOf({ similarity, microGenre, weights }: InsightFit): TransferGuard[] {
  return [transferGuard(similarity, weights.similarity), transferGuard(microGenre, weights['micro-genre'])];
}

/**
 * Regret of Thompson sampling on the first 1,000 impressions of cold titles by what it believes beforehand, in a world with planted
 * trait effects of keywords, genres and micro-genres: nothing (a uniform prior of each picture), how titles and pictures of the catalogue spread,
 * what the bandit knows of content, and what was transferred besides; spreads are fitted for each prior alike.
 */
export function evaluateRegret(base: World, options: RegretOptions): RegretEvaluation {
  const { seed, progress } = options;
  const knobs = base.settings.knobs.insights ?? DEFAULT_INSIGHT_KNOBS;
  const world = buildWorld(base.source, {
    ...base.settings,
    knobs: { ...base.settings.knobs, insights: knobs },
  });
  const intelligence = worldLikeness(world);
  const study = new RegretStudy(world, intelligence.slugsOf, options);
  const { decisions, production, byTitle } = study.logged();
  progress(0.5, 'learning from similar titles');
  const rows = study.rows(decisions, byTitle);
  const ids = world.titles.map(({ titleId }) => titleId);
  const fits = {
    true: fitInsights(rows, intelligence),
    shuffled: fitInsights(rows, shuffledSources(intelligence, ids, `${seed}/shuffled`)),
    'turned round': fitInsights(turnedRound(rows, `${seed}/turned`), intelligence),
  };
  progress(0.7, 'first impressions of cold titles');
  const learnt = { decisions, production, byTitle, fits };
  return {
    ...{ knobs, decisionCount: decisions.length, drawCount: options.drawCount },
    coldTitleCount: world.titles.filter(({ isCold }) => isCold).length,
    impressionCount: IMPRESSION_COUNT,
    guards: {
      true: guardsOf(fits.true),
      shuffled: guardsOf(fits.shuffled),
      'turned round': guardsOf(fits['turned round']),
    },
    priors: {
      title: regretsOf(study, world, { ...learnt, scope: 'title' }),
      viewer: regretsOf(study, world, { ...learnt, scope: 'viewer' }),
    },
  };
}

/** How each prior does by one measure of regret. */
function regretsOf(study: RegretStudy, { titles }: World, learnt: Learnt): PriorRegret[] {
  const cold = new Map(
    titles.flatMap(({ isCold }, title) =>
      isCold ? [[title, study.trueMeans(title, learnt.scope)] as const] : [],
    ),
  );
  const truth = [...cold.values()].flat();
  const priors = priorsOf(study, learnt);
  const regrets = priors.map((prior) => study.regretsOf(prior, cold));
  return priors.map((prior, p) => {
    const lifts = [...cold].flatMap(([title, means]) => study.liftsOf(prior.lifts, title, means));
    return {
      name: prior.name,
      regret: regrets[p].reduce((sum, value) => sum + value, 0) / cold.size,
      spread: Math.sqrt(prior.variance),
      correlation: correlationOf(lifts, truth),
      belowFlat: share(regrets[p], regrets[0]),
      belowCatalogue: share(regrets[p], regrets[1]),
    };
  });
}

interface Learnt {
  readonly scope: RegretScope;
  readonly decisions: readonly WorldDecision[];
  readonly production: WorldRanker;
  readonly byTitle: WorldRanker;
  readonly fits: Readonly<Record<'true' | 'shuffled', InsightFit>>;
}

function priorsOf(study: RegretStudy, { scope, decisions, production, byTitle, fits }: Learnt): NamedPrior[] {
  const nothing = forAll((title) => study.nothing(title));
  const [content, contentOutOfFold] = [study.content(production, scope), study.content(byTitle, scope)];
  const mean = decisions.reduce((sum, { reward }) => sum + reward, 0) / decisions.length;
  const { ofOutcomes: noise } = study.spreadOf(decisions, nothing);
  const belief = { mean, titleVariance: titleVarianceOf(decisions, noise), noise };
  const named = (name: string, lifts: LiftsOf, outOfFold: LiftsOf): NamedPrior => ({
    ...{ name, belief, lifts },
    variance: study.spreadOf(decisions, outOfFold).ofPictures,
  });
  const withTransfer = (name: string, fit: InsightFit): NamedPrior =>
    named(name, plus(content, study.transferred(fit)), plus(contentOutOfFold, study.outOfFold(fit)));
  const flat = { mean: UNIFORM.mean, titleVariance: NO_TITLE_VARIANCE, noise };
  return [
    { name: 'flat', belief: flat, variance: UNIFORM.variance, lifts: nothing },
    named('catalogue', nothing, nothing),
    named('catalogue, content', content, contentOutOfFold),
    named('similar titles alone', study.transferred(fits.true), study.outOfFold(fits.true)),
    withTransfer('catalogue, content, similar titles', fits.true),
    withTransfer('the same with shuffled similarity', fits.shuffled),
  ];
}

/** Variance of titles' means beyond chance, by moments. */
function titleVarianceOf(decisions: readonly WorldDecision[], noise: number): number {
  const outcomes = decisions.map((decision) => ({
    ...{ title: 0, picture: decision.title, surplus: decision.reward, weight: importanceOf(decision) },
  }));
  return Math.max(noise / 10_000, pictureVariances(outcomes).ofPictures);
}

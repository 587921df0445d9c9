import { projectVersion, type ProgressListener } from '@keyart/common';
import type { TitleInsight } from '@keyart/contracts';
import { chosenInsights } from '@keyart/ranking';
import {
  buildWorld,
  crossFitRanker,
  DEFAULT_INSIGHT_KNOBS,
  DEFAULT_LOG,
  fitProduction,
  heldOutPairs,
  NULL_INSIGHT_KNOBS,
  oracleRanker,
  PlantedInsights,
  randomRanker,
  repeatOffline,
  simulateLog,
  tableOfRankers,
  ViewerTruth,
  WorldTable,
  type InsightKnobs,
  type OfflineTable,
  type RankerTable,
  type World,
} from '@keyart/simulation';
import { fitInsights, type InsightFit, type TitleLikeness, type TransferPart } from '@keyart/transfer';
import { captionVectors } from '../caption-vectors';
import { ablatedChoices, productionWithInsights, worldInsightModel } from './insight-ranker';
import { insightRows, titlePictures } from './insight-rows';
import { worldLikeness } from './world-titles';

/** Size of a run. */
export interface InsightRunOptions {
  readonly decisionCount: number;
  readonly pairCount: number;
  readonly seed: string;
  readonly progress: ProgressListener;
}

/** What was learnt of transfer in a world. */
export interface LearntTransfer {
  readonly isOn: boolean;
  /** Held-out gain, a fraction of what there was to gain, and its standard error. */
  readonly gain: number;
  readonly standardError: number;
}

/** An ablation in a world of certain knobs. */
export interface InsightAblation {
  readonly knobs: InsightKnobs;
  readonly weights: Readonly<Record<TitleInsight, number>>;
  readonly transfer: Readonly<Record<'similarity' | 'micro-genre', LearntTransfer | null>>;
  /** Warm and cold titles. */
  readonly tables: readonly RankerTable[];
  /** What the evaluator says from logs, training viewers before warm titles. */
  readonly offline: OfflineTable;
}

/** The ablation where there is something to find, and where there is nothing. */
export interface InsightRun {
  readonly schema: 'world-insights/1';
  readonly source: string;
  readonly seed: string;
  readonly softwareVersion: string;
  readonly captionModel: string;
  readonly decisionCount: number;
  readonly planted: InsightAblation;
  readonly nothing: InsightAblation;
}

const OFFLINE_DRAW_COUNT = 10;
const OFFLINE_PAIR_COUNT = 6000;

function learnt(part: TransferPart | null): LearntTransfer | null {
  if (part === null) return null;
  return { isOn: part.isOn, gain: part.gain.fraction, standardError: part.gain.standardError };
}

interface Prepared {
  readonly world: World;
  readonly table: WorldTable;
  readonly intelligence: TitleLikeness;
}

async function ablate(
  { world, table, intelligence }: Prepared,
  { decisionCount, pairCount, seed, progress }: InsightRunOptions,
): Promise<InsightAblation> {
  const insights = new PlantedInsights(world, ({ titleId }) => intelligence.slugsOf.get(titleId) ?? []);
  const truth = new ViewerTruth(world, insights);
  const fit = (rows: Parameters<typeof fitProduction>[1]) => fitProduction(table, rows);
  const decisions = simulateLog(
    { world, truth, progress, fit },
    { ...DEFAULT_LOG, decisionCount, seed: `${seed}/log` },
  );
  progress(0.5, 'fitting insights');
  const pictures = titlePictures(table);
  const baseline = crossFitRanker(fit, decisions, 'title');
  const found: InsightFit = fitInsights(insightRows(table, decisions, { pictures, baseline }), intelligence);
  const model = worldInsightModel(table, found, pictures);
  const rankers = ablatedChoices().flatMap(([name, chosen], i, all) => {
    progress(0.6 + (0.3 * i) / all.length, name);
    const own = chosenInsights(model, chosen);
    return own ? [productionWithInsights(name, table, { decisions, insights: own })] : [];
  });
  const production = fit(decisions);
  const compared = [randomRanker(world), production, ...rankers, oracleRanker(world, truth)];
  const tables = [false, true].map((isCold) => {
    const pairs = heldOutPairs(world, isCold, { count: pairCount, seed: `${seed}/pairs` });
    return tableOfRankers({ world, truth, pairs }, compared);
  });
  const pairs = decisions.filter(({ day }) => day === 0).slice(0, OFFLINE_PAIR_COUNT);
  const offline = await repeatOffline(
    { world, truth, pairs, production, rankers },
    { drawCount: OFFLINE_DRAW_COUNT, seed: `${seed}/offline` },
  );
  const transfer = { similarity: learnt(found.similarity), 'micro-genre': learnt(found.microGenre) };
  const knobs = world.settings.knobs.insights ?? NULL_INSIGHT_KNOBS;
  return { knobs, weights: found.weights, transfer, tables, offline };
}

/** Production with each insight alone, with all, and with all but one, in a world that holds what they look for and in one that does not. */
export async function runInsights(world: World, options: InsightRunOptions): Promise<InsightRun> {
  const { seed, decisionCount, progress } = options;
  const { embeddings, model } = await captionVectors(world, progress);
  const intelligence = worldLikeness(world);
  const withKnobs = (insights: InsightKnobs): Prepared => {
    const knobs = { ...world.settings.knobs, insights };
    const twin = buildWorld(world.source, { ...world.settings, knobs });
    return { world: twin, table: new WorldTable(twin, embeddings), intelligence };
  };
  const planted = await ablate(withKnobs(DEFAULT_INSIGHT_KNOBS), options);
  const nothing = await ablate(withKnobs(NULL_INSIGHT_KNOBS), options);
  return {
    ...{ schema: 'world-insights/1', source: world.source.name, seed, decisionCount, captionModel: model },
    ...{ softwareVersion: projectVersion(), planted, nothing },
  };
}

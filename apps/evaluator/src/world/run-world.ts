import { projectVersion, type ProgressListener } from '@keyart/common';
import {
  DEFAULT_LOG,
  fitProduction,
  repeatOffline,
  simulateLog,
  tableOfRankers,
  ViewerTruth,
  WorldTable,
  type OfflineTable,
  type RankerTable,
  type World,
  type WorldDecision,
  type WorldKnobs,
} from '@keyart/simulation';
import { captionVectors } from './caption-vectors';
import { DEFAULT_QUESTION_COUNTS, questionSets } from './questions/question-sets';
import { judgedOffline, namedRanker } from './judged-rankers';
import type { AskedModels } from './scored-models';
import { worldRankers, type ScoredModel } from './world-rankers';

/** Size of a run. */
export interface WorldRunOptions {
  readonly decisionCount: number;
  readonly pairCount: number;
  /** Of log and pairs. */
  readonly seed: string;
  readonly progress: ProgressListener;
  /** Rankers that are not fitted to the log; none where left out. */
  readonly models?: (asked: AskedModels) => Promise<readonly ScoredModel[]>;
}

/** What came of a run. */
export interface WorldRun {
  readonly schema: 'world-run/1';
  readonly knobs: WorldKnobs;
  readonly source: string;
  readonly seed: string;
  readonly softwareVersion: string;
  /** What captions were turned into numbers by. */
  readonly captionModel: string;
  readonly log: { readonly decisionCount: number; readonly takeCount: number; readonly uniformCount: number };
  readonly tables: readonly RankerTable[];
  /** What off-policy estimation says of the rankers beside what is true, training viewers before warm titles. */
  readonly offline: OfflineTable;
  /** Decisions per second by name, of rankers that were timed. */
  readonly speeds: Readonly<Record<string, number>>;
}

/** A run and its log. */
export interface WorldOutcome {
  readonly run: WorldRun;
  readonly decisions: readonly WorldDecision[];
}

/** Draws of pictures and outcomes that off-policy estimation is put to the test with. */
const OFFLINE_DRAW_COUNT = 40;
function speedsOf(models: readonly ScoredModel[]): Record<string, number> {
  return Object.fromEntries(
    models.flatMap(({ name, decisionsPerSecond }) =>
      decisionsPerSecond === undefined ? [] : [[name, Math.round(decisionsPerSecond)]],
    ),
  );
}

/** Simulates the log, fits the rankers to it and compares them by the truth on held-out viewers, warm and cold titles apart. */
export async function runWorld(world: World, options: WorldRunOptions): Promise<WorldOutcome> {
  const { decisionCount, pairCount, seed, progress } = options;
  const truth = new ViewerTruth(world);
  const counts = { ...DEFAULT_QUESTION_COUNTS, pairs: pairCount };
  const sets = questionSets(world, truth, { counts, seed });
  const { embeddings, model } = await captionVectors(world, progress);
  const table = new WorldTable(world, embeddings);
  const models = (await options.models?.({ sets, table, captionModel: model })) ?? [];
  const decisions = simulateLog(
    { world, truth, progress, fit: (rows) => fitProduction(table, rows) },
    { ...DEFAULT_LOG, decisionCount, seed: `${seed}/log` },
  );
  const asked = decisions.filter(({ day }) => day === 0).slice(0, sets.logged.length);
  const rankers = worldRankers({ world, truth, table, decisions, asked, models, progress });
  const tables = [sets.warm, sets.cold].map((pairs) => tableOfRankers({ world, truth, pairs }, rankers));
  const offline = await repeatOffline(
    {
      world,
      truth,
      pairs: asked,
      production: namedRanker(rankers, 'production'),
      rankers: judgedOffline(rankers),
    },
    { drawCount: OFFLINE_DRAW_COUNT, seed: `${seed}/offline` },
  );
  return {
    decisions,
    run: {
      ...{ schema: 'world-run/1', knobs: world.settings.knobs, source: world.source.name, seed },
      ...{ softwareVersion: projectVersion(), captionModel: model, tables, offline },
      speeds: speedsOf(models),
      log: {
        decisionCount: decisions.length,
        takeCount: decisions.filter(({ reward }) => reward === 1).length,
        uniformCount: decisions.filter(({ slice }) => slice === 'uniform').length,
      },
    },
  };
}

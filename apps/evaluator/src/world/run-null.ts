import { createRandom, type ProgressListener } from '@keyart/common';
import {
  buildWorld,
  DEFAULT_LOG,
  fitProduction,
  NULL_KNOBS,
  repeatOffline,
  simulateLog,
  ViewerTruth,
  WorldTable,
  type OfflineRow,
  type World,
  type WorldDecision,
} from '@keyart/simulation';
import { captionVectors } from './caption-vectors';
import { DEFAULT_QUESTION_COUNTS, questionSets } from './questions/question-sets';
import { judgedOffline, namedRanker } from './judged-rankers';
import type { AskedModels } from './scored-models';
import { worldRankers, type ScoredModel } from './world-rankers';

/** How often, and on what. */
export interface NullOptions {
  readonly drawCount: number;
  readonly decisionCount: number;
  readonly seed: string;
  readonly progress: ProgressListener;
  readonly models?: (asked: AskedModels) => Promise<readonly ScoredModel[]>;
}

/** What was declared where nothing is to be found. */
export interface NullRun {
  readonly schema: 'world-null/1';
  readonly seed: string;
  readonly drawCount: number;
  readonly rankers: readonly string[];
  /** Draws in which any ranker was declared better than production, or worse. */
  readonly betterDrawCount: number;
  readonly worseDrawCount: number;
  /** By draw, who was declared what. */
  readonly declared: readonly {
    readonly draw: number;
    readonly better: readonly string[];
    readonly worse: readonly string[];
  }[];
}

/** The world with the same viewers, titles and pictures, none of which is better than another. */
function nullTwin({ source, settings }: World): World {
  const { candidateCounts, wrongCaptionFraction } = settings.knobs;
  return buildWorld(source, { ...settings, knobs: { ...NULL_KNOBS, candidateCounts, wrongCaptionFraction } });
}

function redrawn(
  decisions: readonly WorldDecision[],
  takeOf: (decision: WorldDecision) => number,
  seed: string,
): WorldDecision[] {
  const random = createRandom(seed);
  return decisions.map((decision) => ({ ...decision, reward: random.next() < takeOf(decision) ? 1 : 0 }));
}

function namesOf(rows: readonly OfflineRow[], countOf: (row: OfflineRow) => number): string[] {
  return rows.filter((row) => countOf(row) > 0).map(({ name }) => name);
}

/**
 * The null world: pictures are shown as in the real one, outcomes are drawn anew without regard to them, rankers are fitted to that and judged
 * by a log of its own. Whoever is declared better is declared so by chance.
 */
export async function runNull(world: World, options: NullOptions): Promise<NullRun> {
  const { drawCount, decisionCount, seed, progress } = options;
  const twin = nullTwin(world);
  const truth = new ViewerTruth(twin);
  const { embeddings, model } = await captionVectors(world, progress);
  const table = new WorldTable(world, embeddings);
  const logged = simulateLog(
    { world, truth: new ViewerTruth(world), fit: (rows) => fitProduction(table, rows), progress },
    { ...DEFAULT_LOG, decisionCount, seed: `${seed}/log` },
  );
  const sets = questionSets(world, truth, { counts: DEFAULT_QUESTION_COUNTS, seed });
  const models = (await options.models?.({ sets, table, captionModel: model })) ?? [];
  const takeOf = ({ viewer, title, shown }: WorldDecision): number =>
    truth.takes(viewer, twin.titles[title])[shown];
  const declared: NullRun['declared'][number][] = [];
  let names: string[] = [];
  for (let draw = 0; draw < drawCount; draw++) {
    const decisions = redrawn(logged, takeOf, `${seed}/null/${draw}`);
    const asked = decisions.filter(({ day }) => day === 0).slice(0, sets.logged.length);
    const rankers = worldRankers({
      world: twin,
      truth,
      table,
      decisions,
      asked,
      models,
      progress: () => undefined,
    });
    const judged = judgedOffline(rankers);
    names = judged.map(({ name }) => name);
    const { rows } = await repeatOffline(
      { world: twin, truth, pairs: asked, production: namedRanker(rankers, 'production'), rankers: judged },
      { drawCount: 1, seed: `${seed}/null/${draw}/judged` },
    );
    const [better, worse] = [
      namesOf(rows, ({ betterCount }) => betterCount),
      namesOf(rows, ({ worseCount }) => worseCount),
    ];
    declared.push({ draw, better, worse });
    progress((draw + 1) / drawCount, `draw ${draw + 1}`);
  }
  return {
    ...{ schema: 'world-null/1', seed, drawCount, rankers: names, declared },
    betterDrawCount: declared.filter(({ better }) => better.length > 0).length,
    worseDrawCount: declared.filter(({ worse }) => worse.length > 0).length,
  };
}

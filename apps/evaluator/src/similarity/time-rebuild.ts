import {
  buildTitleMap,
  buildTitleVectors,
  type BuiltMap,
  type SimilarityTitle,
  type TitleVectors,
} from '@keyart/similarity';

/** How long a rebuild took, by the clock on the wall. */
export interface RebuildTime {
  readonly titleCount: number;
  readonly seconds: number;
  /** Of the processor: what it takes where nothing else runs. */
  readonly processorSeconds: number;
  /** Seconds of each stage, in order: vectors, neighbours, communities, picture (with labels). */
  readonly stages: Readonly<Record<string, number>>;
}

/** A rebuild, what came of it and how long it took. */
export interface TimedRebuild {
  readonly vectors: TitleVectors;
  readonly built: BuiltMap;
  readonly time: RebuildTime;
}

/** Builds vectors and map, without sentence embeddings, and looks at the clock after each stage. */
export function timeRebuild(titles: readonly SimilarityTitle[], seed: string): TimedRebuild {
  const stages: Record<string, number> = {};
  const startedMs = performance.now();
  const used = process.cpuUsage();
  let lastMs = startedMs;
  const lap = (stage: string): void => {
    const nowMs = performance.now();
    stages[stage] = (nowMs - lastMs) / 1000;
    lastMs = nowMs;
  };
  const vectors = buildTitleVectors(titles, { seed });
  lap('vectors');
  const built = buildTitleMap(vectors, { seed, previous: null, onProgress: (_, stage) => lap(stage) });
  const seconds = (performance.now() - startedMs) / 1000;
  const { user, system } = process.cpuUsage(used);
  const processorSeconds = (user + system) / 1e6;
  return { vectors, built, time: { titleCount: titles.length, seconds, processorSeconds, stages } };
}

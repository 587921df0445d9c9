import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { contentHash, type Clock, type ProgressListener } from '@keyart/common';
import type { SynopsisEmbeddingsRepository, TitleMapsRepository, TitlesRepository } from '@keyart/db';
import { similarityTitleOf, type SimilarityTitle } from '@keyart/similarity';
import type { TextEmbedder } from '@keyart/vision';
import { embedSynopses } from './embed-synopses';
import type { MapBuilder } from './map-task';

/** What a rebuild works with. */
export interface RebuildMapParts {
  readonly titles: Pick<TitlesRepository, 'all'>;
  readonly maps: TitleMapsRepository;
  readonly embeddings: Pick<SynopsisEmbeddingsRepository, 'find' | 'saveMany' | 'deleteOthers'>;
  /** null: the text model is not on this machine, and the map does without sentence embeddings. */
  readonly embedder: TextEmbedder | null;
  readonly build: MapBuilder;
  readonly clock: Clock;
}

/** How, and who is told. */
export interface RebuildMapQuestion {
  /** Make it though nothing has changed; default: no. */
  readonly isForced?: boolean;
  readonly onProgress?: ProgressListener;
}

/** What came of it. */
export interface RebuiltMap {
  /** The map that is shown now. */
  readonly version: string;
  /** Nothing it is made of has changed since the last one, which stays. */
  readonly isUnchanged: boolean;
  readonly titleCount: number;
  readonly blocks: readonly string[];
  /** Old versions that were let go. */
  readonly deletedCount: number;
}

const SEED = 'title-map/1';
/** Raise when a map of equal titles comes out otherwise. */
const METHOD = 1;
/** So that who shows a map can go on with it for a while. */
const KEPT_VERSIONS = 3;
const LEASE_MS = 120_000;
const RENEWAL_MS = 30_000;
const WAIT_MS = 1_000;
const [EMBEDDED_FRACTION, BUILT_FRACTION] = [0.4, 0.9];

/**
 * Use case: makes the similarity map of the whole catalogue anew, near to the last one, and publishes it. One at a time in the whole installation: a
 * second one waits, and then mostly finds nothing left to do.
 */
export class RebuildMap {
  constructor(private readonly parts: RebuildMapParts) {}

  async run({
    isForced = false,
    onProgress = () => undefined,
  }: RebuildMapQuestion = {}): Promise<RebuiltMap> {
    const { maps } = this.parts;
    const holder = randomUUID();
    while (!(await maps.claim(holder, LEASE_MS))) await sleep(WAIT_MS);
    // A renewal that fails is made up for by the next one.
    const renewal = setInterval(() => void maps.claim(holder, LEASE_MS).catch(() => undefined), RENEWAL_MS);
    try {
      return await this.rebuild(isForced, onProgress);
    } finally {
      clearInterval(renewal);
      await maps.release(holder);
    }
  }

  private async rebuild(isForced: boolean, onProgress: ProgressListener): Promise<RebuiltMap> {
    const { maps, embedder, build, clock } = this.parts;
    const titles = (await this.parts.titles.all()).map(similarityTitleOf);
    const textModel = embedder?.model ?? null;
    const sourceHash = contentHash(JSON.stringify([METHOD, SEED, textModel, titles]), 32);
    const last = await maps.newest();
    if (last?.sourceHash === sourceHash && !isForced)
      return {
        version: last.version,
        isUnchanged: true,
        titleCount: titles.length,
        blocks: last.blocks,
        deletedCount: 0,
      };
    const embeddings = await this.embeddingsOf(titles, onProgress);
    const previous = last && { titles: await maps.points(last.version) };
    const span = BUILT_FRACTION - EMBEDDED_FRACTION;
    const { entries, ...draft } = await build(
      { titles, embeddings, seed: SEED, previous },
      (fraction, stage) => onProgress(EMBEDDED_FRACTION + span * fraction, stage),
    );
    const map = {
      ...draft,
      sourceHash,
      seed: SEED,
      textModel,
      titleCount: titles.length,
      createdAt: this.now(),
    };
    await maps.save(map, entries, (count) =>
      onProgress(BUILT_FRACTION + (1 - BUILT_FRACTION) * (count / entries.length), 'saving'),
    );
    await maps.publish(draft.version, new Date(clock.nowMs()));
    const deletedCount = await maps.deleteOld(KEPT_VERSIONS);
    return {
      version: draft.version,
      isUnchanged: false,
      titleCount: titles.length,
      blocks: draft.blocks,
      deletedCount,
    };
  }

  private async embeddingsOf(titles: readonly SimilarityTitle[], onProgress: ProgressListener) {
    const { embedder, embeddings, clock } = this.parts;
    if (!embedder) return null;
    return embedSynopses(titles, { embeddings, embedder, clock }, (fraction) =>
      onProgress(EMBEDDED_FRACTION * fraction, 'sentence embeddings'),
    );
  }

  private now(): Date {
    return new Date(this.parts.clock.nowMs());
  }
}

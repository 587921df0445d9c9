import type { TitleMapEntryRecord, TitleMapRecord } from '@keyart/contracts';
import type { GivenVectors, SimilarityTitle, TitleMap } from '@keyart/similarity';

/** A map to be made; plain data, so that it can go to a thread. */
export interface MapTask {
  readonly titles: readonly SimilarityTitle[];
  /** Sentence embeddings of synopses by title; null: none. */
  readonly embeddings: GivenVectors | null;
  readonly seed: string;
  /** Where titles were on the last map; null: there is none. */
  readonly previous: Pick<TitleMap, 'titles'> | null;
}

/** A map as it is kept, but for when and of what it was made. */
export interface MapDraft extends Pick<TitleMapRecord, 'version' | 'blocks' | 'communities'> {
  readonly entries: readonly TitleMapEntryRecord[];
}

/** Told how far a map is, fraction in [0, 1]. */
export type MapProgress = (fraction: number, stage: string) => void;

/** Makes maps. */
export type MapBuilder = (task: MapTask, onProgress: MapProgress) => Promise<MapDraft>;

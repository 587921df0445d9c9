/** Why two titles are similar. */
export interface SimilarityReasonsRecord {
  /** What both have, by kind (`genre`, `tag`, `person`, `country`, `decade`), most telling first. */
  readonly shared: Readonly<Record<string, readonly string[]>>;
  /** Words of both synopses that weigh most in their likeness, most first. */
  readonly words: readonly string[];
  /** Cosine by block in [−1, 1]; a block that says nothing of one of them is not there. */
  readonly closeness: Readonly<Record<string, number>>;
}

/** A title that is like another, and why. */
export interface SimilarTitleRecord {
  readonly titleId: string;
  /** Cosine of the title vectors, in (0, 1]. */
  readonly similarity: number;
  readonly reasons: SimilarityReasonsRecord;
}

/** A title's place on a map. */
export interface TitleMapPoint {
  readonly titleId: string;
  /** As it was when the map was made. */
  readonly name: string;
  readonly year: number | null;
  /** The map's middle is 0, its spread about 1. */
  readonly x: number;
  readonly y: number;
  /** Community of each zoom level, `[levels]`. */
  readonly communities: readonly number[];
}

/** A title on a map, with what is most like it, nearest first. */
export interface TitleMapEntryRecord extends TitleMapPoint {
  readonly similar: readonly SimilarTitleRecord[];
}

/** A community of a zoom level of a map. */
export interface MapCommunityRecord {
  /** 1: the map's regions. */
  readonly level: number;
  /** Number within the level, the largest first. */
  readonly community: number;
  /** What its titles have in common; empty: nothing that stands out. */
  readonly label: string;
  readonly titleCount: number;
  readonly x: number;
  readonly y: number;
}

/** A map without its titles. */
export interface TitleMapRecord {
  /** Content hash: equal maps have equal versions. */
  readonly version: string;
  /** Of titles, text model and method: equal ones give the same map. */
  readonly sourceHash: string;
  readonly seed: string;
  /** Blocks that title vectors were made of. */
  readonly blocks: readonly string[];
  /** Sentence embedder; null: none was on the machine. */
  readonly textModel: string | null;
  readonly titleCount: number;
  readonly communities: readonly MapCommunityRecord[];
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
}

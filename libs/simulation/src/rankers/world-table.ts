import { LOOK_FEATURES, tasteVector } from '@keyart/features';
import type { World } from '../world';

/** Leanings spread by about .17 a facet; scaled to about 1. */
const TASTE_SCALE = 6;
const LOOK_SCALE = 0.5;

/** Caption embeddings by artwork id, all of one length. */
export type CaptionEmbeddings = ReadonlyMap<string, Float32Array>;

function meanOf(vectors: readonly Float32Array[]): Float64Array {
  const mean = new Float64Array(vectors[0].length);
  for (const vector of vectors) for (let i = 0; i < mean.length; i++) mean[i] += vector[i] / vectors.length;
  return mean;
}

/** The world as rankers know it, in rows of numbers: nothing of the truth is in here. */
export class WorldTable {
  /** Per viewer, leanings scaled, `[F]`. */
  readonly viewers: readonly Float64Array[];
  /** Per picture, centred caption embedding and look, `[D + L]`. */
  readonly pictures: readonly Float64Array[];
  /** Per picture, its title. */
  readonly titleOf: Int32Array;
  /** Where a title's pictures begin, `[T + 1]`. */
  readonly startOf: Int32Array;

  constructor(
    readonly world: World,
    embeddings: CaptionEmbeddings,
  ) {
    const { viewers, titles } = world;
    this.viewers = viewers.map(({ taste }) => tasteVector(taste).map((leaning) => leaning * TASTE_SCALE));
    const artworks = titles.flatMap((title) => title.artworks);
    const vectors = artworks.map(({ artworkId }) => {
      const vector = embeddings.get(artworkId);
      if (!vector) throw new Error(`no caption embedding of ${artworkId}`);
      return vector;
    });
    const mean = meanOf(vectors);
    this.pictures = artworks.map(({ look }, i) => {
      const looks = LOOK_FEATURES.map(({ value }) => (look === null ? 0 : LOOK_SCALE * value(look)));
      return Float64Array.from([...Array.from(vectors[i], (x, d) => x - mean[d]), ...looks]);
    });
    this.titleOf = Int32Array.from(titles.flatMap((title, t) => title.artworks.map(() => t)));
    this.startOf = Int32Array.from({ length: titles.length + 1 }, () => 0);
    titles.forEach((title, t) => (this.startOf[t + 1] = this.startOf[t] + title.artworks.length));
  }

  /** K of a title. */
  pictureCount(title: number): number {
    return this.startOf[title + 1] - this.startOf[title];
  }
}

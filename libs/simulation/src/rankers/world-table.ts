import { pictureInput, scaledTaste } from '@keyart/features';
import type { World } from '../world';

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
  /** Of all captions' embeddings, `[D]`. */
  readonly captionMean: Float64Array;
  private readonly vectors: readonly Float32Array[];

  constructor(
    readonly world: World,
    embeddings: CaptionEmbeddings,
  ) {
    const { viewers, titles } = world;
    this.viewers = viewers.map(({ taste }) => scaledTaste(taste));
    const artworks = titles.flatMap((title) => title.artworks);
    this.vectors = artworks.map(({ artworkId }) => {
      const vector = embeddings.get(artworkId);
      if (!vector) throw new Error(`no caption embedding of ${artworkId}`);
      return vector;
    });
    this.captionMean = meanOf(this.vectors);
    this.pictures = this.picturesAbove(this.captionMean);
    this.titleOf = Int32Array.from(titles.flatMap((title, t) => title.artworks.map(() => t)));
    this.startOf = Int32Array.from({ length: titles.length + 1 }, () => 0);
    titles.forEach((title, t) => (this.startOf[t + 1] = this.startOf[t] + title.artworks.length));
  }

  /** `pictures` with their captions above another mean, `[D]`: that of the captions a student learnt from. */
  picturesAbove(captionMean: ArrayLike<number>): Float64Array[] {
    const artworks = this.world.titles.flatMap((title) => title.artworks);
    return artworks.map(({ look }, i) => pictureInput(this.vectors[i], look, captionMean));
  }

  /** K of a title. */
  pictureCount(title: number): number {
    return this.startOf[title + 1] - this.startOf[title];
  }
}

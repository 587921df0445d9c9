import { FACETS, type Facet } from '@keyart/features';
import { dotProduct } from '../text/dot-product';
import type { TextEmbedder } from '../text-embedder';
import { FACET_PROTOTYPES } from './facet-prototypes';

/** How near a text is to a facet. */
export interface Nearness {
  /**
   * Half the mean similarity to the facet's two nearest prototypes, half the mean similarity to all of them, minus the mean similarity
   * to the prototypes of all facets: some texts are near to everything. In [-2, 2], 0 for a facet like any other.
   */
  readonly value: number;
  /** The nearest prototype. */
  readonly prototype: string;
}

interface EmbeddedPrototype {
  readonly text: string;
  readonly vector: Float32Array;
}

const NEAREST_COUNT = 2;

/** Compares texts with the facets' prototypes, which are embedded once. */
export class PrototypeNearness {
  private prototypes?: Promise<ReadonlyMap<Facet, readonly EmbeddedPrototype[]>>;

  constructor(private readonly embedder: TextEmbedder) {}

  /**
   * The text's nearness to every facet.
   * @throws what the embedder throws; the prototypes are then tried again the next time
   */
  async of(text: string): Promise<ReadonlyMap<Facet, Nearness>> {
    this.prototypes ??= this.embedPrototypes();
    const [prototypes, [vector]] = await Promise.all([this.prototypes, this.embedder.embed([text])]);
    const similarities = [...prototypes].map(([facet, all]) => ({
      facet,
      all: all
        .map((prototype) => ({ text: prototype.text, similarity: dotProduct(vector, prototype.vector) }))
        .sort((a, b) => b.similarity - a.similarity),
    }));
    const background = mean(similarities.flatMap(({ all }) => all));
    return new Map(
      similarities.map(({ facet, all }) => {
        const likeness = (mean(all.slice(0, NEAREST_COUNT)) + mean(all)) / 2;
        return [facet, { value: likeness - background, prototype: all[0].text }];
      }),
    );
  }

  private async embedPrototypes(): Promise<Map<Facet, EmbeddedPrototype[]>> {
    const texts = FACETS.flatMap((facet) => prototypesOf(facet).map((text) => ({ facet, text })));
    try {
      const vectors = await this.embedder.embed(texts.map(({ text }) => text));
      const embedded = texts.map((prototype, i) => ({ ...prototype, vector: vectors[i] }));
      return new Map(
        FACETS.map((facet) => [facet, embedded.filter((prototype) => prototype.facet === facet)]),
      );
    } catch (error) {
      this.prototypes = undefined;
      throw error;
    }
  }
}

function prototypesOf(facet: Facet): string[] {
  const { shows, suggests } = FACET_PROTOTYPES[facet];
  return [...shows, ...suggests];
}

function mean(items: readonly { readonly similarity: number }[]): number {
  return items.reduce((sum, { similarity }) => sum + similarity, 0) / items.length;
}

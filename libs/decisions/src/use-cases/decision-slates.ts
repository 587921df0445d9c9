import type { CatalogueSnapshot } from '@keyart/catalog';
import type { DecisionRecord } from '@keyart/contracts';
import type { ArtworkDescriptor } from '@keyart/features';
import type { DescriptorCache } from '../candidates/descriptor-cache';

/** What candidates are looked up in. */
export interface DecisionSlatesParts {
  readonly snapshot: CatalogueSnapshot;
  readonly descriptors: DescriptorCache;
}

/** The pictures that decisions had before them, as the catalogue describes them now. */
export class DecisionSlates {
  private readonly slates = new Map<string, readonly ArtworkDescriptor[] | null>();

  constructor(private readonly parts: DecisionSlatesParts) {}

  /**
   * `[K]`, aligned with the decision's candidates; null where they have not all stayed in the catalogue. The same array for the same
   * candidates, however many decisions have them.
   */
  of({ candidates }: Pick<DecisionRecord, 'candidates'>): readonly ArtworkDescriptor[] | null {
    const ids = candidates.map(({ artworkId }) => artworkId);
    const key = JSON.stringify(ids);
    const known = this.slates.get(key);
    if (known !== undefined) return known;
    const { snapshot, descriptors } = this.parts;
    const artworks = ids.map((artworkId) => snapshot.artwork(artworkId));
    const there = artworks.filter((artwork) => artwork !== null);
    const slate = there.length === artworks.length ? there.map((artwork) => descriptors.of(artwork)) : null;
    this.slates.set(key, slate);
    return slate;
  }
}

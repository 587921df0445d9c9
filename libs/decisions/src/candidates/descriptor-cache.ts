import { HitCounter } from '@keyart/common';
import type { ArtworkRecord } from '@keyart/contracts';
import { describeArtwork, type ArtworkDescriptor } from '@keyart/features';

/** Descriptors of artwork records, each computed once for as long as its catalogue snapshot lives. */
export class DescriptorCache {
  /** How often it was asked. */
  readonly counter = new HitCounter();
  private readonly descriptors = new WeakMap<ArtworkRecord, ArtworkDescriptor>();

  /** What rankers know of the artwork; the same object for the same record. */
  of(artwork: ArtworkRecord): ArtworkDescriptor {
    const known = this.descriptors.get(artwork);
    this.counter.count(known !== undefined);
    if (known) return known;
    const descriptor = describeArtwork(artwork);
    this.descriptors.set(artwork, descriptor);
    return descriptor;
  }
}

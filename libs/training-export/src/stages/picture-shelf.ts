import { pick, type Random } from '@keyart/common';
import type { Facet } from '@keyart/features';
import type { TaughtPicture, TaughtTitle } from './taught';

/** The pictures of many titles, to be drawn from by title or by facet. */
export class PictureShelf {
  private readonly byFacet = new Map<Facet, TaughtPicture[]>();

  constructor(private readonly titles: readonly TaughtTitle[]) {
    for (const picture of titles.flatMap(({ pictures }) => pictures)) {
      for (const facet of Object.keys(picture.facets) as Facet[]) {
        this.byFacet.set(facet, [...(this.byFacet.get(facet) ?? []), picture]);
      }
    }
  }

  /** Any picture, each title as likely as the next. */
  any(random: Random): TaughtPicture {
    return pick(pick(this.titles, random).pictures, random);
  }

  /** A picture that shows the facet; any picture where none does. */
  showing(facet: Facet, random: Random): TaughtPicture {
    const pictures = this.byFacet.get(facet);
    return pictures ? pick(pictures, random) : this.any(random);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { CatalogueCache } from '@keyart/catalog';
import type { Clock } from '@keyart/common';
import type { TitleMapEntryRecord } from '@keyart/contracts';
import { TitleMapsRepository, type PublishedTitleMap } from '@keyart/db';
import { reasonLine, type MapData, type SimilarityReasons } from '@keyart/similarity';
import { CLOCK } from '../core/tokens';
import { titlePicture } from './title-picture';

/** A map to be shown. */
export interface MapPage {
  readonly map: PublishedTitleMap;
  readonly data: MapData;
}

const SHOWN_SIMILAR = 6;

/** The newest map, joined with what the catalogue says of its titles now. */
@Injectable()
export class MapPages {
  constructor(
    private readonly maps: TitleMapsRepository,
    private readonly catalogue: CatalogueCache,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** null: no map was made yet. */
  async open(): Promise<MapPage | null> {
    const map = await this.maps.newest();
    if (!map) return null;
    const entries = await this.maps.entries(map.version, SHOWN_SIMILAR);
    return { map, data: { titles: this.shownTitles(entries), communities: map.communities } };
  }

  private shownTitles(entries: readonly TitleMapEntryRecord[]): MapData['titles'] {
    const catalogue = this.catalogue.current();
    const places = new Map(entries.map(({ titleId }, at) => [titleId, at]));
    return entries.map(({ titleId, name, year, x, y, communities, similar }) => {
      const title = catalogue.title(titleId);
      return {
        ...{ name, year, x, y, communities, genres: title?.genres ?? [] },
        picture: title && titlePicture(title, catalogue, this.clock.nowMs()),
        similar: similar.flatMap((one) => {
          const at = places.get(one.titleId);
          return at === undefined ? [] : [{ at, why: reasonLine(one.reasons as SimilarityReasons) }];
        }),
      };
    });
  }
}

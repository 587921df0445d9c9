import { Inject, Injectable } from '@nestjs/common';
import { CatalogueCache } from '@keyart/catalog';
import type { Clock } from '@keyart/common';
import type { FacetEvidenceRecord, MicroGenreRebuildRecord, MicroGenreRecord } from '@keyart/contracts';
import { MicroGenresRepository } from '@keyart/db';
import { CLOCK } from '../core/tokens';
import { titlePicture } from './title-picture';

/** A title as the pages show it. */
export interface ShownTitle {
  readonly titleId: string;
  readonly name: string;
  readonly year: number | null;
  /** Address; null: none that may be shown to everybody. */
  readonly picture: string | null;
}

/** All micro-genres, or the largest of many. */
export interface MicroGenresPage {
  /** null: none were looked for yet. */
  readonly rebuild: MicroGenreRebuildRecord | null;
  readonly microGenres: readonly {
    readonly microGenre: MicroGenreRecord;
    readonly titles: readonly ShownTitle[];
  }[];
}

/** One micro-genre with its titles. */
export interface MicroGenrePage {
  readonly microGenre: MicroGenreRecord;
  readonly titles: readonly {
    readonly title: ShownTitle;
    readonly evidence: readonly FacetEvidenceRecord[];
  }[];
}

const SHOWN_COUNT = 120;
const PICTURES_OF_EACH = 4;
const TITLES_OF_ONE = 200;

/** Micro-genres, joined with what the catalogue says of their titles now. */
@Injectable()
export class MicroGenrePages {
  constructor(
    private readonly microGenres: MicroGenresRepository,
    private readonly catalogue: CatalogueCache,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async open(): Promise<MicroGenresPage> {
    const rebuild = await this.microGenres.newest();
    const largest = await this.microGenres.largest(SHOWN_COUNT, PICTURES_OF_EACH);
    return {
      rebuild,
      microGenres: largest.map(({ titleIds, ...microGenre }) => ({
        microGenre,
        titles: titleIds.flatMap((titleId) => this.shown(titleId)),
      })),
    };
  }

  /** null: there never was one of that slug. */
  async openOne(slug: string): Promise<MicroGenrePage | null> {
    const microGenre = await this.microGenres.find(slug);
    if (!microGenre) return null;
    const members = await this.microGenres.titles(slug, { limit: TITLES_OF_ONE });
    const titles = members.flatMap(({ titleId, evidence }) =>
      this.shown(titleId).map((title) => ({ title, evidence })),
    );
    return { microGenre, titles };
  }

  /** None for a title that has left the catalogue. */
  private shown(titleId: string): ShownTitle[] {
    const catalogue = this.catalogue.current();
    const title = catalogue.title(titleId);
    if (!title) return [];
    const picture = titlePicture(title, catalogue, this.clock.nowMs());
    return [{ titleId, name: title.name, year: title.year, picture }];
  }
}

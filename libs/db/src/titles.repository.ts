import type { CastMember, FacetStrengths, Maturity, TitleRecord } from '@keyart/contracts';
import type { Database } from './database';
import type { Title } from './generated/client';
import { pageArgs, type PageQuery } from './page-query';

function titleOf(row: Title): TitleRecord {
  return {
    titleId: row.id,
    name: row.name,
    year: row.year,
    synopsis: row.synopsis,
    genres: row.genres,
    maturity: row.maturity as Maturity,
    facets: row.facets as FacetStrengths,
    cast: row.cast as unknown as CastMember[],
    tags: row.tags,
    originCountries: row.originCountries,
    originalLanguage: row.originalLanguage,
  };
}

/** Titles of the catalogue. */
export class TitlesRepository {
  constructor(private readonly database: Database) {}

  /** Creates the title or replaces every field of it. */
  async upsert({ titleId, ...title }: TitleRecord): Promise<void> {
    const data = {
      ...title,
      genres: [...title.genres],
      cast: title.cast.map((person) => ({ ...person })),
      tags: [...title.tags],
      originCountries: [...title.originCountries],
    };
    await this.database.prisma.title.upsert({
      where: { id: titleId },
      create: { id: titleId, ...data },
      update: data,
    });
  }

  /** null for an unknown id. */
  async findById(titleId: string): Promise<TitleRecord | null> {
    const row = await this.database.prisma.title.findUnique({ where: { id: titleId } });
    return row && titleOf(row);
  }

  /** One page, by id. */
  async list(query: PageQuery): Promise<TitleRecord[]> {
    return (await this.database.prisma.title.findMany(pageArgs(query))).map(titleOf);
  }

  /** Every title, by id. */
  async all(): Promise<TitleRecord[]> {
    return (await this.database.prisma.title.findMany({ orderBy: { id: 'asc' } })).map(titleOf);
  }

  /** How many there are. */
  async count(): Promise<number> {
    return this.database.prisma.title.count();
  }
}

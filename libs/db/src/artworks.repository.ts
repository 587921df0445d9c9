import { NotFoundError } from '@keyart/common';
import type { ArtworkRecord } from '@keyart/contracts';
import { ARTWORK_QUERY, artworkOf } from './artwork-row';
import type { Database } from './database';
import { DATABASE_ERROR_CODES } from './errors';
import type { Prisma } from './generated/client';
import { prismaErrorCode } from './prisma-error-code';

/** A stored picture, as the picture store measured it. */
export interface AttachedPicture {
  readonly sha256: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly sizeBytes: number;
  readonly mediaType: string;
  /** Unset, like the next two: not measured. */
  readonly perceptualHash?: string;
  readonly blurhash?: string;
  readonly dominantColour?: string;
}

/** Prisma leaves undefined fields as they are. */
const KEEP_PICTURE = {
  sha256: undefined,
  widthPx: undefined,
  heightPx: undefined,
  sizeBytes: undefined,
  mediaType: undefined,
  perceptualHash: undefined,
  blurhash: undefined,
  dominantColour: undefined,
};
const orderBy = { id: 'asc' } as const;

async function attachPicture(
  database: Prisma.TransactionClient,
  artworkId: string,
  picture: AttachedPicture,
): Promise<void> {
  const { sha256, widthPx, heightPx, sizeBytes, mediaType } = picture;
  const { perceptualHash = null, blurhash = null, dominantColour = null } = picture;
  const measured = { sha256, widthPx, heightPx, sizeBytes, mediaType };
  const data = { ...measured, perceptualHash, blurhash, dominantColour };
  const { count } = await database.artwork.updateMany({ where: { id: artworkId }, data });
  if (count === 0) throw new NotFoundError(DATABASE_ERROR_CODES.unknownArtwork, `no artwork ${artworkId}`);
}

/** Artworks of the catalogue, and its version. */
export class ArtworksRepository {
  constructor(private readonly database: Database) {}

  /**
   * Creates the artwork or replaces its fields; a record without picture (`sha256` null) keeps the one attached before.
   * What was read off the picture stays as it is.
   * @throws NotFoundError `UNKNOWN_TITLE`
   */
  async upsert(artwork: ArtworkRecord): Promise<void> {
    const { artworkId: id, ...fields } = artwork;
    const data = { ...fields, shownPeople: [...fields.shownPeople], reading: undefined };
    const update = artwork.sha256 === null ? { ...data, ...KEEP_PICTURE } : data;
    try {
      await this.database.prisma.artwork.upsert({ where: { id }, create: { id, ...data }, update });
    } catch (error) {
      if (prismaErrorCode(error) !== 'P2003') throw error;
      throw new NotFoundError(DATABASE_ERROR_CODES.unknownTitle, `no title ${artwork.titleId}`, {
        cause: error,
      });
    }
  }

  /** null for an unknown id. */
  async findById(artworkId: string): Promise<ArtworkRecord | null> {
    const row = await this.database.prisma.artwork.findUnique({ where: { id: artworkId }, ...ARTWORK_QUERY });
    return row && artworkOf(row);
  }

  /** Artworks of one title, by id. */
  async listByTitle(titleId: string): Promise<ArtworkRecord[]> {
    const rows = await this.database.prisma.artwork.findMany({
      where: { titleId },
      orderBy,
      ...ARTWORK_QUERY,
    });
    return rows.map(artworkOf);
  }

  /** Every artwork, by id. */
  async all(): Promise<ArtworkRecord[]> {
    return (await this.database.prisma.artwork.findMany({ orderBy, ...ARTWORK_QUERY })).map(artworkOf);
  }

  /** Gives the artwork its picture, or another one. @throws NotFoundError `UNKNOWN_ARTWORK` */
  async attachPicture(artworkId: string, picture: AttachedPicture): Promise<void> {
    await attachPicture(this.database.prisma, artworkId, picture);
  }

  /**
   * Gives the artwork its picture unless something speaks against it among the title's artworks; none of them gets another
   * picture by this method while that is decided.
   * @param objectionTo sees the title's artworks, this one too; what it returns is the objection, null: none
   * @returns the objection; null: the artwork has its picture
   * @throws NotFoundError `UNKNOWN_ARTWORK`
   */
  async attachPictureUnless<T>(
    { artworkId, titleId }: Pick<ArtworkRecord, 'artworkId' | 'titleId'>,
    picture: AttachedPicture,
    objectionTo: (ofTitle: readonly ArtworkRecord[]) => T | null,
  ): Promise<T | null> {
    return this.database.prisma.$transaction(async (transaction) => {
      await transaction.$queryRaw`SELECT 1 FROM title WHERE id = ${titleId} FOR NO KEY UPDATE`;
      const rows = await transaction.artwork.findMany({ where: { titleId }, orderBy, ...ARTWORK_QUERY });
      const objection = objectionTo(rows.map(artworkOf));
      if (objection === null) await attachPicture(transaction, artworkId, picture);
      return objection;
    });
  }

  /**
   * Version of the catalogue: differs from every earlier one after any committed change of a title or artwork.
   * Read it *before* the catalogue: what it promises is then at least what was read.
   */
  async latestChange(): Promise<string> {
    const row = await this.database.prisma.catalogueVersion.findUniqueOrThrow({ where: { id: 1 } });
    return row.number.toString();
  }
}

import { NotFoundError } from '@keyart/common';
import type {
  AnalysedVideo,
  FrameAspect,
  FramePromotion,
  VideoAnalysis,
  VideoProbe,
  VideoRecord,
  VideoRights,
  VideoStatus,
} from '@keyart/contracts';
import type { Database } from './database';
import { DATABASE_ERROR_CODES } from './errors';
import type { Video } from './generated/client';
import { isUuid } from './is-uuid';
import { prismaErrorCode } from './prisma-error-code';

/** A video whose file is kept. */
export type NewVideo = VideoRights &
  Pick<VideoRecord, 'videoId' | 'titleId' | 'fileName' | 'sha256' | 'sizeBytes' | 'uploadedAt'>;

/** How the analysis of a video ended. */
export type VideoEnd =
  | { readonly status: 'ready'; readonly analysis: VideoAnalysis }
  | { readonly status: 'failed'; readonly problemCode: string; readonly problem: string };

const omit = { analysis: true } as const;
const UNENDED = { in: ['uploaded', 'analysing'] };
const FRESH = { status: 'uploaded', progress: 0, problemCode: null, problem: null, finishedAt: null };

/** Titles' videos, what was found in them, and which frames became artworks. */
export class VideosRepository {
  constructor(private readonly database: Database) {}

  /**
   * Adds the video unless the title has this very file already; that one then counts, and is put back to its beginning if it had failed.
   * @throws NotFoundError `UNKNOWN_TITLE`
   */
  async add({ videoId: id, ...video }: NewVideo): Promise<VideoRecord> {
    const { titleId, sha256 } = video;
    const { prisma } = this.database;
    try {
      const row = { id, ...video, sizeBytes: BigInt(video.sizeBytes), status: 'uploaded' };
      await prisma.video.createMany({ data: [row], skipDuplicates: true });
    } catch (error) {
      if (prismaErrorCode(error) !== 'P2003') throw error;
      const message = `no title ${titleId}`;
      throw new NotFoundError(DATABASE_ERROR_CODES.unknownTitle, message, { cause: error });
    }
    await prisma.video.updateMany({ where: { titleId, sha256, status: 'failed' }, data: FRESH });
    const where = { titleId_sha256: { titleId, sha256 } };
    return recordOf(await prisma.video.findUniqueOrThrow({ where, omit }));
  }

  /** null for an unknown id. */
  async findById(videoId: string): Promise<VideoRecord | null> {
    if (!isUuid(videoId)) return null;
    const row = await this.database.prisma.video.findUnique({ where: { id: videoId }, omit });
    return row && recordOf(row);
  }

  /** null for an unknown id, and for a video that is not ready. */
  async findAnalysed(videoId: string): Promise<AnalysedVideo | null> {
    if (!isUuid(videoId)) return null;
    const row = await this.database.prisma.video.findUnique({ where: { id: videoId } });
    if (!row?.analysis) return null;
    // The JSON is trusted: nobody else writes it.
    return { video: recordOf(row), analysis: row.analysis as unknown as VideoAnalysis };
  }

  /** A title's videos, newest first. */
  async listByTitle(titleId: string): Promise<VideoRecord[]> {
    const orderBy = [{ uploadedAt: 'desc' }, { id: 'desc' }] as const;
    const rows = await this.database.prisma.video.findMany({
      where: { titleId },
      orderBy: [...orderBy],
      omit,
    });
    return rows.map(recordOf);
  }

  /** Says how far it is. @param progress in [0, 1] @returns false: it has ended, or there is none */
  async advance(videoId: string, progress: number, probe?: VideoProbe): Promise<boolean> {
    const data = { status: 'analysing', progress, ...(probe && { probe: { ...probe } as object }) };
    const where = { id: videoId, status: UNENDED };
    return (await this.database.prisma.video.updateMany({ where, data })).count === 1;
  }

  /** The first end counts. @returns false: it had ended, or there is none */
  async end(videoId: string, end: VideoEnd, finishedAt: Date): Promise<boolean> {
    const found = end.status === 'ready' ? { ...readyOf(end.analysis), status: 'ready', progress: 1 } : end;
    const where = { id: videoId, status: UNENDED };
    return (
      (await this.database.prisma.video.updateMany({ where, data: { ...found, finishedAt } })).count === 1
    );
  }

  /** Removes the video with its counts; artworks made of its frames stay. @returns false: there was none */
  async remove(videoId: string): Promise<boolean> {
    return (await this.database.prisma.video.deleteMany({ where: { id: videoId } })).count === 1;
  }

  /** Whether any title has this very file. */
  async isKept(sha256: string): Promise<boolean> {
    return (await this.database.prisma.video.count({ where: { sha256 } })) > 0;
  }

  /** Remembers which artwork a frame became; saying it again is harmless. */
  async savePromotion(promotion: FramePromotion): Promise<void> {
    await this.database.prisma.framePromotion.createMany({ data: [promotion], skipDuplicates: true });
  }

  /** Frames of the video that became artworks, in time's order. */
  async promotionsOf(videoId: string): Promise<FramePromotion[]> {
    return this.promotionsWhere({ videoId });
  }

  /** Frames of all videos that became artworks, by video, in time's order. */
  async promotions(): Promise<FramePromotion[]> {
    return this.promotionsWhere({});
  }

  private async promotionsWhere(where: { readonly videoId?: string }): Promise<FramePromotion[]> {
    const orderBy = (['videoId', 'frame', 'aspect'] as const).map((column) => ({ [column]: 'asc' as const }));
    const rows = await this.database.prisma.framePromotion.findMany({ where, orderBy });
    return rows.map((row) => ({ ...row, aspect: row.aspect as FrameAspect }));
  }
}

function readyOf(analysis: VideoAnalysis): { analysis: object; probe: object } {
  return { analysis: { ...analysis }, probe: { ...analysis.probe } };
}

function recordOf(row: Omit<Video, 'analysis'>): VideoRecord {
  const { id, titleId, fileName, sha256, sizeBytes, author, licence, rightsFrom, rightsUntil } = row;
  const { status, progress, problemCode, problem, probe, uploadedAt, finishedAt } = row;
  return {
    ...{ videoId: id, titleId, fileName, sha256, sizeBytes: Number(sizeBytes) },
    ...{ author, licence, rightsFrom, rightsUntil, progress, problemCode, problem, uploadedAt, finishedAt },
    status: status as VideoStatus,
    probe: probe as unknown as VideoProbe | null,
  };
}

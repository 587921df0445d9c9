import type { VideoDto, VideoRecord } from '@keyart/contracts';

/** A video as it is answered. */
export function videoAnswerOf(video: VideoRecord): VideoDto {
  const { rightsFrom, rightsUntil, uploadedAt, finishedAt } = video;
  return {
    ...video,
    rightsFrom: rightsFrom?.toISOString() ?? null,
    rightsUntil: rightsUntil?.toISOString() ?? null,
    uploadedAt: uploadedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

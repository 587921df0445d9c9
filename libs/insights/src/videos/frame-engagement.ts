import type { ShotPlaybackRepository, VideosRepository } from '@keyart/db';
import { videoEngagement } from '@keyart/video';

/** Where promoted frames and what viewers did are read. */
export interface FrameEngagementParts {
  readonly videos: Pick<VideosRepository, 'promotions' | 'findAnalysed'>;
  readonly playback: Pick<ShotPlaybackRepository, 'findByVideo'>;
}

/** A level lies in (0, 1), .5 for a middling scene. */
const MIDDLING = 0.5;

/** How the scenes that artworks were taken from hold viewers. */
export class FrameEngagement {
  constructor(private readonly parts: FrameEngagementParts) {}

  /** Artwork id → engagement of its scene in (−1, 1), 0 for a middling one; frames of videos without enough plays are left out. */
  async ofArtworks(): Promise<ReadonlyMap<string, number>> {
    const promotions = await this.parts.videos.promotions();
    const levels = new Map<string, ReadonlyMap<number, number>>();
    for (const videoId of new Set(promotions.map((promotion) => promotion.videoId)))
      levels.set(videoId, await this.levelsOf(videoId));
    return new Map(
      promotions.flatMap(({ videoId, frame, artworkId }) => {
        const level = levels.get(videoId)?.get(frame);
        return level === undefined ? [] : [[artworkId, (level - MIDDLING) / MIDDLING] as const];
      }),
    );
  }

  /** By frame. */
  private async levelsOf(videoId: string): Promise<ReadonlyMap<number, number>> {
    const video = await this.parts.videos.findAnalysed(videoId);
    if (!video) return new Map();
    const { shots, frames } = video.analysis;
    const { scenes } = videoEngagement(shots, await this.parts.playback.findByVideo(videoId));
    const byScene = new Map(scenes.map(({ scene, level }) => [scene, level]));
    return new Map(
      frames.flatMap(({ frame, scene }) => {
        const level = byScene.get(scene);
        return level === undefined ? [] : [[frame, level] as const];
      }),
    );
  }
}

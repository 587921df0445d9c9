import { Injectable } from '@nestjs/common';
import type { AnalysedVideo, VideoRecord } from '@keyart/contracts';
import { ShotPlaybackRepository, VideosRepository } from '@keyart/db';
import { engagedFrames, videoEngagement, type VideoEngagement } from '@keyart/video';
import { ProblemException } from '../problems/problem.exception';
import { required } from '../problems/unknown-resource';

/** A video with what is found in it and how it engages viewers; its frames are ranked by that. */
export interface EngagedVideo extends AnalysedVideo {
  readonly engagement: VideoEngagement;
}

/** Videos that are ready, as they stand now. */
@Injectable()
export class AnalysedVideos {
  constructor(
    private readonly videos: VideosRepository,
    private readonly playback: ShotPlaybackRepository,
  ) {}

  /** @throws ProblemException `unknown-resource` */
  async find(videoId: string): Promise<VideoRecord> {
    return required(await this.videos.findById(videoId), 'video');
  }

  /** @throws ProblemException `unknown-resource`; `conflict` for one that is not ready */
  async open(videoId: string): Promise<AnalysedVideo> {
    const { status } = await this.find(videoId);
    const analysed = await this.videos.findAnalysed(videoId);
    if (!analysed)
      throw new ProblemException('conflict', `the video is ${status}: nothing is found in it yet`);
    return analysed;
  }

  /** @throws as `open` */
  async engaged(videoId: string): Promise<EngagedVideo> {
    const { video, analysis } = await this.open(videoId);
    const engagement = videoEngagement(analysis.shots, await this.playback.findByVideo(videoId));
    const frames = engagedFrames(analysis.frames, engagement);
    return { video, analysis: { ...analysis, frames }, engagement };
  }
}

import { DependencyError, inLanes, InputError, NotFoundError, type Clock, type Logger } from '@keyart/common';
import type { VideoRecord } from '@keyart/contracts';
import type { VideoEnd, VideosRepository } from '@keyart/db';
import { analyseVideo, probeVideo, type FeatureReader } from '@keyart/video';
import { KEPT_VIDEO_ERRORS } from './errors';
import type { FramePictures } from './frame-pictures';
import type { VideoFolder } from './video-folder';

/** What analyses stand on. */
export interface AnalyseKeptVideoParts {
  readonly videos: Pick<VideosRepository, 'findById' | 'findAnalysed' | 'advance' | 'end'>;
  readonly folder: Pick<VideoFolder, 'open'>;
  readonly pictures: Pick<FramePictures, 'thumbnail'>;
  readonly features: FeatureReader;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'error'>;
}

/** A try of an analysis. */
export interface AnalysisTry {
  /** Nobody tries again when it fails. */
  readonly isLast: boolean;
  /** Fraction done, in [0, 1]. */
  readonly onProgress: (fraction: number) => void;
}

const LANES = 2;
const PROGRESS_STEP = 0.01;
const GIVEN_UP = 'it failed for a reason of the service, not of the video; the log of the worker says more';

/**
 * Use case: probes a kept video, finds its shots, scenes and frames, and makes the contact sheet's pictures. What cannot be mended by trying again
 * is kept with the video and its code. One that has ended is left alone, so that a job may run twice.
 */
export class AnalyseKeptVideo {
  constructor(private readonly parts: AnalyseKeptVideoParts) {}

  /** @throws NotFoundError for an unknown id; whatever failed that is no fault of the video, to be tried again */
  async run(videoId: string, { isLast, onProgress }: AnalysisTry): Promise<{ status: string }> {
    const { videos } = this.parts;
    const video = await videos.findById(videoId);
    if (!video) throw new NotFoundError(KEPT_VIDEO_ERRORS.UNKNOWN_VIDEO, `there is no video ${videoId}`);
    if (!(await videos.advance(videoId, 0))) return { status: video.status };
    try {
      return await this.analyse(video, onProgress);
    } catch (error) {
      if (isFinal(error)) return this.end(video, failureOf(error, video));
      this.parts.logger.error({ err: error, videoId }, 'a video could not be analysed');
      if (isLast)
        await this.end(video, { status: 'failed', problemCode: 'ANALYSIS_FAILED', problem: GIVEN_UP });
      throw error;
    }
  }

  private async analyse(
    video: VideoRecord,
    onProgress: AnalysisTry['onProgress'],
  ): Promise<{ status: string }> {
    const { videos, folder, features } = this.parts;
    const file = await folder.open(video.sha256);
    const probe = await probeVideo(file);
    await videos.advance(video.videoId, 0, probe);
    const analysis = await analyseVideo(file, { features, onProgress: this.progressOf(video, onProgress) });
    const { pictures } = this.parts;
    await inLanes(analysis.frames, LANES, ({ frame }) =>
      pictures.thumbnail({ video, analysis }, { frame, aspect: null }),
    );
    return this.end(video, { status: 'ready', analysis });
  }

  private async end({ videoId }: VideoRecord, end: VideoEnd): Promise<{ status: string }> {
    await this.parts.videos.end(videoId, end, new Date(this.parts.clock.nowMs()));
    return { status: end.status };
  }

  /** At most once a percent; a lost note never fails an analysis. */
  private progressOf(
    { videoId }: VideoRecord,
    onProgress: AnalysisTry['onProgress'],
  ): (fraction: number) => void {
    let told = 0;
    return (fraction) => {
      if (fraction - told < PROGRESS_STEP) return;
      told = fraction;
      onProgress(fraction);
      this.parts.videos.advance(videoId, fraction).catch(() => undefined);
    };
  }
}

/** Trying again mends none of these. */
function isFinal(error: unknown): error is InputError | DependencyError {
  return error instanceof InputError || (error instanceof DependencyError && !error.isRetryable);
}

/** Messages name the file by its path on this machine; its owner knows it by another name. */
function failureOf(
  { code, message }: InputError | DependencyError,
  { fileName, sha256 }: VideoRecord,
): VideoEnd {
  const problem = message.replaceAll(new RegExp(`[^\\s:]*${sha256}`, 'g'), () => fileName);
  return { status: 'failed', problemCode: code, problem };
}

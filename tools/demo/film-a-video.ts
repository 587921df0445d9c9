import { openAsBlob } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DependencyError, showProgress } from '@keyart/common';
import type { VideoFrame } from '@keyart/contracts';
import { findFfmpeg } from '@keyart/video';
import { FIXTURES } from '../serve/service-parts';
import type { ApiClient, PageRequest } from './api-client';

/** What became of a clip: a frame of it, approved, and the first viewer who was shown it. */
export interface VideoStory {
  readonly videoId: string;
  readonly shotCount: number;
  readonly frameCount: number;
  readonly artworkId: string;
  /** Where in the clip the frame is. */
  readonly atMs: number;
  /** The first decision that showed it; null: none of so many did. */
  readonly shown: {
    readonly memberId: string;
    readonly decisionId: string;
    readonly propensity: number;
  } | null;
  readonly decisionCount: number;
}

/** Left out, and why. */
export interface NoVideoStory {
  readonly missing: string;
}

/** Viewers and surface that pages are asked for. */
export interface VideoAudience {
  readonly memberIds: readonly string[];
  readonly surface: PageRequest['surface'];
}

const CLIP = path.join(FIXTURES, 'clips', 'bigbuckbunny.mp4');
const TITLE_ID = 'big-buck-bunny';
const ASPECT = '16:9';
const FACTS = { author: 'Blender Foundation', licence: 'CC BY 3.0' };
const POLL_INTERVAL_MS = 200;
const STALLED_AFTER_MS = 120_000;
/** Frames of the last fifth are never shown. */
const ENDING_FRACTION = 0.8;
const MOST_DECISIONS = 200;

/**
 * Uploads a clip, has the best of its frames that may be shown promoted, approves it, and asks for pages until a viewer is shown it. Which
 * page that is, chance decides with the probability that the decision records.
 * @throws DependencyError `VIDEO_STALLED`, `VIDEO_FAILED`
 */
export async function filmAVideo(
  api: ApiClient,
  audience: VideoAudience,
): Promise<VideoStory | NoVideoStory> {
  if (!(await findFfmpeg()))
    return { missing: 'ffmpeg is not on this machine: no artwork is taken from a video' };
  const progress = showProgress('a video');
  const form = new FormData();
  for (const [name, value] of Object.entries(FACTS)) form.append(name, value);
  form.append('video', await openAsBlob(CLIP), path.basename(CLIP));
  const { videoId } = await api.uploadVideo(TITLE_ID, form);
  await until('the analysis of the clip', async () => {
    const { status, progress: fraction, problem } = await api.video(videoId);
    progress.update(fraction, status);
    if (status === 'failed') throw new DependencyError('VIDEO_FAILED', `the clip: ${problem}`, false);
    return status === 'ready';
  });
  const { items: frames } = await api.frames(videoId);
  const best = bestOf(frames);
  const { artworkId } = await api.promoteFrame(videoId, best.frame, { aspect: ASPECT });
  await until('the reading of the frame', async () => (await api.reading(artworkId)).state === 'judged');
  await api.approve(artworkId);
  const seen = await firstShown(api, artworkId, audience);
  progress.done(`${frames.length} frames looked at, one of them shown`);
  const shotCount = (await api.shots(videoId)).items.length;
  return { videoId, shotCount, frameCount: frames.length, artworkId, atMs: best.atMs, ...seen };
}

function bestOf(frames: readonly VideoFrame[]): VideoFrame {
  const fitting = frames
    .filter(({ rank, positionFraction }) => rank !== null && positionFraction <= ENDING_FRACTION)
    .filter(({ crops }) => crops.some(({ aspect }) => aspect === ASPECT))
    .sort((a, b) => Number(a.rank) - Number(b.rank));
  if (fitting.length > 0) return fitting[0];
  throw new DependencyError('VIDEO_FAILED', 'the clip has no frame that may be shown', false);
}

async function firstShown(
  api: ApiClient,
  artworkId: string,
  { memberIds, surface }: VideoAudience,
): Promise<Pick<VideoStory, 'shown' | 'decisionCount'>> {
  const titles = [{ titleId: TITLE_ID, row: 0, position: 0 }];
  for (let count = 1; count <= MOST_DECISIONS; count++) {
    const round = Math.ceil(count / memberIds.length);
    const known = memberIds[count % memberIds.length];
    // Who has been shown a picture keeps it for a while: after a first round come viewers of whom nothing is known.
    const memberId = round === 1 ? known : `passer-by-${count}`;
    const { decisions } = await api.decide({ memberId, surface, titles, policy: null });
    const shown = decisions.find((decision) => decision.artworkId === artworkId);
    if (!shown) continue;
    const { propensity } = await api.decision(shown.decisionId);
    return { shown: { memberId, decisionId: shown.decisionId, propensity }, decisionCount: count };
  }
  return { shown: null, decisionCount: MOST_DECISIONS };
}

async function until(what: string, isDone: () => Promise<boolean>): Promise<void> {
  const startedMs = performance.now();
  while (!(await isDone())) {
    if (performance.now() - startedMs > STALLED_AFTER_MS)
      throw new DependencyError('VIDEO_STALLED', `${what} did not end within two minutes`, true);
    await pause(POLL_INTERVAL_MS);
  }
}

import path from 'node:path';
import { withTemporaryFolder, type ProgressListener } from '@keyart/common';
import {
  analyseVideo,
  CLIP_KINDS,
  clipTruth,
  cutSuite,
  encodeClip,
  renderClip,
  scoreCuts,
  sumScores,
  type CutScore,
  type Ffmpeg,
} from '@keyart/video';

/** How well made clips were cut. */
export interface CutReport {
  readonly seed: string;
  readonly clipCount: number;
  readonly frameCount: number;
  readonly kinds: Readonly<Record<string, CutScore>>;
  readonly all: CutScore;
}

/** What to measure on. */
export interface CutMeasurement {
  readonly ffmpeg: Ffmpeg;
  readonly clipsPerKind: number;
  readonly seed: string;
  readonly onProgress: ProgressListener;
}

/** Makes the suite's clips one by one, cuts them, and holds the shots against what is known. */
export async function measureCuts(measurement: CutMeasurement): Promise<CutReport> {
  const { ffmpeg, clipsPerKind, seed, onProgress } = measurement;
  const scripts = await cutSuite(clipsPerKind, seed);
  const scores: CutScore[] = [];
  let frameCount = 0;
  await withTemporaryFolder('keyart-video-cuts', async (folder) => {
    for (const script of scripts) {
      const file = path.join(folder, `${script.name}.mp4`);
      await encodeClip(renderClip(script), { ffmpeg, file, ...script });
      const { shots } = await analyseVideo(file, { ffmpeg, maxFrames: 0 });
      const truth = clipTruth(script);
      scores.push(scoreCuts(truth, shots, script.frameRate));
      frameCount += truth.frameCount;
      onProgress(scores.length / scripts.length, script.name);
    }
  });
  const kinds = CLIP_KINDS.map((kind, index) => {
    const first = index * clipsPerKind;
    return [kind, sumScores(scores.slice(first, first + clipsPerKind))] as const;
  });
  return {
    seed,
    clipCount: scripts.length,
    frameCount,
    kinds: Object.fromEntries(kinds),
    all: sumScores(scores),
  };
}

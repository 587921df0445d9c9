import path from 'node:path';
import { createRandom, withTemporaryFolder, type ProgressListener } from '@keyart/common';
import type { FrameCrop, PictureBox, VideoFrame } from '@keyart/contracts';
import {
  analyseVideo,
  encodeClip,
  plantedClip,
  renderClip,
  scorePlanted,
  type FeatureReader,
  type Ffmpeg,
  type PlantedScore,
} from '@keyart/video';
import type { PlantedPictures } from './planted-pictures';

/** How well frames were chosen out of made clips. */
export interface PlantedReport {
  readonly clips: readonly PlantedClipReport[];
  /** Means over the clips. */
  readonly precision: number;
  readonly randomPrecision: number;
  readonly ratio: number;
  /** Sums over the clips. */
  readonly duplicateCount: number;
  readonly faultyCount: number;
  readonly faceCount: number;
  readonly cutFaceCount: number;
}

/** One clip's score, and what became of the faces that were found on its top frames. */
export interface PlantedClipReport extends PlantedScore {
  readonly seed: string;
  readonly faceCount: number;
  /** Faces that a crop on offer cuts through or leaves out. */
  readonly cutFaceCount: number;
}

/** What to measure on. */
export interface PlantedMeasurement {
  readonly ffmpeg: Ffmpeg;
  readonly pictures: PlantedPictures;
  readonly features: FeatureReader;
  readonly clipCount: number;
  readonly seed: string;
  readonly onProgress: ProgressListener;
}

const PICTURES_PER_CLIP = 6;
const ROUNDING = 1e-6;

/** Makes clips of good pictures among bad ones, analyses them with the models, and holds the choice against what was planted. */
export async function measurePlanted(measurement: PlantedMeasurement): Promise<PlantedReport> {
  const { clipCount, seed, onProgress } = measurement;
  const clips: PlantedClipReport[] = [];
  for (let clip = 0; clip < clipCount; clip++) {
    clips.push(await measureClip(measurement, `${seed}/planted/${clip}`));
    onProgress(clips.length / clipCount);
  }
  const sum = (read: (clip: PlantedClipReport) => number): number =>
    clips.reduce((total, clip) => total + read(clip), 0);
  const [precision, randomPrecision] = [
    sum((clip) => clip.precision) / clipCount,
    sum((clip) => clip.randomPrecision) / clipCount,
  ];
  return {
    ...{ clips, precision, randomPrecision, ratio: precision / randomPrecision },
    duplicateCount: sum((clip) => clip.duplicateCount),
    faultyCount: sum((clip) => clip.faultyCount),
    faceCount: sum((clip) => clip.faceCount),
    cutFaceCount: sum((clip) => clip.cutFaceCount),
  };
}

async function measureClip(measurement: PlantedMeasurement, seed: string): Promise<PlantedClipReport> {
  const { ffmpeg, pictures, features } = measurement;
  const planted = await plantedClip(await pictures.draw(PICTURES_PER_CLIP, createRandom(seed)), seed);
  return withTemporaryFolder('keyart-video-planted', async (folder) => {
    const file = path.join(folder, 'planted.mp4');
    await encodeClip(renderClip(planted.script), { ffmpeg, file, ...planted.script });
    const analysis = await analyseVideo(file, { ffmpeg, features });
    const top = analysis.frames.filter(({ rank }) => rank !== null);
    return {
      ...{ seed, ...scorePlanted(planted, analysis) },
      faceCount: top.reduce((count, { faces }) => count + faces.length, 0),
      cutFaceCount: top.reduce((count, frame) => count + cutFaces(frame), 0),
    };
  });
}

function cutFaces({ faces, crops }: VideoFrame): number {
  return faces.filter((face) => crops.some((crop) => !holds(crop, face))).length;
}

function holds({ box }: FrameCrop, face: PictureBox): boolean {
  return (
    face.x >= box.x - ROUNDING &&
    face.y >= box.y - ROUNDING &&
    face.x + face.width <= box.x + box.width + ROUNDING &&
    face.y + face.height <= box.y + box.height + ROUNDING
  );
}

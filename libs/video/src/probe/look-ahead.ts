import type { PictureBox } from '@keyart/contracts';
import type { Ffmpeg } from '../ffmpeg/find-ffmpeg';
import { MetadataFrames, type MetadataFrame } from '../ffmpeg/metadata-frames';
import { runFfmpeg } from '../ffmpeg/run-ffmpeg';
import type { VideoLimits } from '../video-limits';
import { activeAreaOf, type SeenArea } from './active-area';
import type { ContainerFacts } from './container-facts';

/** What only pixels tell. */
export interface Looks {
  readonly isInterlaced: boolean;
  readonly activeArea: PictureBox | null;
}

/** What to look at. */
export interface LookAhead {
  readonly ffmpeg: Ffmpeg;
  readonly file: string;
  readonly facts: ContainerFacts;
  readonly limits: VideoLimits;
  readonly signal?: AbortSignal;
}

const PLACES = [0.1, 0.3, 0.5, 0.7, 0.9];
const FRAMES_PER_PLACE = 10;
/** Black is 16 of 255 levels; a bar's noise stays below this. */
const FILTERS = "idet,cropdetect=limit=24:round=2:reset=0:skip=0,metadata=print:file='pipe\\:3'";
/** Of the frames that show which field comes first; still ones show nothing. */
const LEAST_COMBED_FRACTION = 0.5;
const LEAST_COMBED_COUNT = 5;

interface Sight {
  readonly area: SeenArea | null;
  readonly combedCount: number;
  readonly wholeCount: number;
}

/**
 * Looks at a few frames at five places of the video, full size: whether fields are combed, and how far the picture reaches.
 * @throws what `runFfmpeg` throws
 */
export async function lookAhead(look: LookAhead): Promise<Looks> {
  const sights: Sight[] = [];
  for (const place of PLACES) {
    const sight = await lookAt(look, (place * (look.facts.durationMs ?? 0)) / 1000);
    if (sight) sights.push(sight);
    if (look.facts.durationMs === null) break;
  }
  return {
    isInterlaced: look.facts.isMarkedInterlaced || areCombed(sights),
    activeArea: activeAreaOf(
      sights.flatMap(({ area }) => area ?? []),
      look.facts,
    ),
  };
}

async function lookAt({ ffmpeg, file, limits, signal }: LookAhead, atSeconds: number): Promise<Sight | null> {
  let last: MetadataFrame | null = null;
  const frames = new MetadataFrames((frame) => (last = frame));
  const { complaintCount } = await runFfmpeg({
    ...{ ffmpeg, file, limits, signal },
    seek: ['-ss', atSeconds.toFixed(3)],
    output: ['-frames:v', String(FRAMES_PER_PLACE), '-vf', FILTERS, '-f', 'null', '-'],
    onOutput: () => undefined,
    onSideOutput: (chunk) => frames.push(chunk),
  });
  frames.end();
  // What a decoder made up after a jump that it cannot make says nothing of the picture.
  return last && complaintCount === 0 ? sightOf(last) : null;
}

function sightOf({ values }: MetadataFrame): Sight {
  const [left, right, top, bottom] = ['x1', 'x2', 'y1', 'y2'].map((key) => values.get(`cropdetect.${key}`));
  const count = (key: string): number => values.get(`idet.multiple.${key}`) ?? 0;
  const isSeen = left !== undefined && right !== undefined && top !== undefined && bottom !== undefined;
  return {
    area: isSeen && right > left && bottom > top ? { left, right: right + 1, top, bottom: bottom + 1 } : null,
    combedCount: count('tff') + count('bff'),
    wholeCount: count('progressive'),
  };
}

function areCombed(sights: readonly Sight[]): boolean {
  const combed = sights.reduce((sum, { combedCount }) => sum + combedCount, 0);
  const whole = sights.reduce((sum, { wholeCount }) => sum + wholeCount, 0);
  return combed >= LEAST_COMBED_COUNT && combed / (combed + whole) > LEAST_COMBED_FRACTION;
}

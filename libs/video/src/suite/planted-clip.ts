import { createRandom, shuffled, type Random } from '@keyart/common';
import { decodePicture, type RawPixels } from '@keyart/vision';
import sharp from 'sharp';
import type { ClipScript, FrameSpan, ShotScript } from './clip-script';
import { clipTruth } from './clip-truth';
import { paintPlate } from './paint-plate';
import { rollCredits } from './roll-credits';

/** What else is in a planted clip; `repeat` shows a good picture once more. */
export const PLANTED_FAULTS = ['dark', 'blurred', 'flat', 'credits', 'dull', 'repeat'] as const;

/** What a shot of a planted clip holds. */
export type PlantedSort = 'good' | (typeof PLANTED_FAULTS)[number];

/** A shot of a planted clip, by what was planted. */
export interface PlantedShot extends FrameSpan {
  readonly sort: PlantedSort;
  /** Which of the pictures; null: none. */
  readonly picture: number | null;
}

/** A clip some of whose shots hold good pictures. */
export interface PlantedClip {
  readonly script: ClipScript;
  readonly shots: readonly PlantedShot[];
}

const [WIDTH_PX, HEIGHT_PX, FRAME_RATE] = [640, 360, 24];
/** Room for the camera to travel. */
const PLATE_FACTOR = 1.06;
const SHOT_FRAMES = { least: 20, more: 24 };
const FAULTS_EACH = 2;
const DARK_SHARE = 0.09;
const BLUR_SIGMA_PX = 7;

/**
 * A clip of good pictures among dark, blurred, flat, dull and repeated ones and credits, two shots of each, in random order.
 * @param pictures sharp, well lit and of something, two at least; equal seeds make equal clips
 */
export async function plantedClip(pictures: readonly Buffer[], seed: string): Promise<PlantedClip> {
  const random = createRandom(seed);
  const plates = await Promise.all(pictures.map(plateOf));
  const sorts: { sort: PlantedSort; picture: number | null }[] = [
    ...plates.map((_, picture) => ({ sort: 'good' as const, picture })),
    ...PLANTED_FAULTS.flatMap((sort) =>
      Array.from({ length: FAULTS_EACH }, (_, index) => ({ sort, picture: pictureOf(sort, index) })),
    ),
  ];
  const order = shuffled(sorts, random);
  const shots: ShotScript[] = [];
  for (const { sort, picture } of order)
    shots.push(await shotOf({ sort, plate: picture === null ? null : plates[picture] }, random));
  const joins = shots.slice(1).map(() => ({ kind: 'cut' as const }));
  const size = { widthPx: WIDTH_PX, heightPx: HEIGHT_PX, frameRate: FRAME_RATE };
  const script: ClipScript = {
    name: seed.replaceAll('/', '-'),
    seed,
    ...size,
    shots,
    joins,
    flashes: [],
    barFraction: 0,
  };
  const spans = clipTruth(script).shots;
  return { script, shots: order.map((shot, index) => ({ ...shot, ...spans[index] })) };
}

/** Bad copies of good pictures, so that nothing but the fault tells them apart. */
function pictureOf(sort: PlantedSort, index: number): number | null {
  return sort === 'credits' || sort === 'dull' ? null : index;
}

async function plateOf(bytes: Buffer): Promise<RawPixels> {
  const [width, height] = [Math.round(WIDTH_PX * PLATE_FACTOR), Math.round(HEIGHT_PX * PLATE_FACTOR)];
  return rawOf(await sharp(bytes).resize(width, height, { fit: 'cover', position: 'top' }).png().toBuffer());
}

async function rawOf(bytes: Buffer): Promise<RawPixels> {
  return (await decodePicture(bytes)).working;
}

interface Planted {
  readonly sort: PlantedSort;
  readonly plate: RawPixels | null;
}

async function shotOf({ sort, plate }: Planted, random: Random): Promise<ShotScript> {
  const frameCount = SHOT_FRAMES.least + Math.floor(SHOT_FRAMES.more * random.next());
  if (sort === 'credits') {
    return {
      plate: await rollCredits(WIDTH_PX, 3 * HEIGHT_PX, random),
      frameCount,
      motion: 'tilt',
      speedPx: 2,
    };
  }
  const shown = plate ? await spoilt(plate, sort) : await dullPlate(random);
  return {
    plate: shown,
    frameCount,
    motion: random.next() < 0.5 ? 'pan' : 'shake',
    speedPx: 0.5 * random.next(),
  };
}

async function spoilt(plate: RawPixels, sort: PlantedSort): Promise<RawPixels> {
  const { widthPx: width, heightPx: height, data } = plate;
  const picture = sharp(data, { raw: { width, height, channels: 3 } });
  if (sort === 'dark') return rawOf(await picture.linear(DARK_SHARE, 0).png().toBuffer());
  if (sort === 'blurred') return rawOf(await picture.blur(BLUR_SIGMA_PX).png().toBuffer());
  if (sort === 'flat') return rawOf(await picture.linear(0.06, 120).png().toBuffer());
  return plate;
}

/** Sharp and without fault, but grey and without a subject. */
async function dullPlate(random: Random): Promise<RawPixels> {
  const style = { hueDegrees: 360 * random.next(), lightnessFraction: 0.45, saturationFraction: 0.06 };
  const [widthPx, heightPx] = [Math.round(WIDTH_PX * PLATE_FACTOR), Math.round(HEIGHT_PX * PLATE_FACTOR)];
  const plate = await paintPlate({ widthPx, heightPx, ...style }, random);
  const picture = sharp(plate.data, { raw: { width: widthPx, height: heightPx, channels: 3 } });
  return rawOf(await picture.linear(0.35, 75).png().toBuffer());
}

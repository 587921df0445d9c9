import { createRandom, pick, type Random } from '@keyart/common';
import { MOTIONS, type ClipScript, type ClipTruth, type JoinScript, type Motion } from './clip-script';
import { clipTruth } from './clip-truth';
import { paintPlate } from './paint-plate';

/** Sorts of clips, each about one thing that detectors get wrong. */
export const CLIP_KINDS = [
  ...['cuts', 'alike', 'dark', 'fades', 'dissolves', 'flashes', 'pans', 'held', 'letterbox', 'mixed'],
] as const;

const [WIDTH_PX, HEIGHT_PX] = [320, 180];
const PLATE_FACTOR = 1.6;
const FRAME_RATES = [24, 25, 30];
const SHOT_COUNT = 6;
const SHOT_SECONDS = { least: 0.9, more: 1.4 };
/** Shots between gradual transitions must outlast both of them. */
const GRADUAL_EXTRA_SECONDS = 1;
const GRADUAL_KINDS: readonly string[] = ['fades', 'dissolves', 'mixed'];

/** Scripts of clips with known cuts. @param clipsPerKind of each sort; equal seeds make equal clips */
export async function cutSuite(clipsPerKind: number, seed: string): Promise<ClipScript[]> {
  const scripts: ClipScript[] = [];
  for (const kind of CLIP_KINDS) {
    for (let index = 0; index < clipsPerKind; index++)
      scripts.push(await clipOf(kind, `${seed}/${kind}/${index}`));
  }
  return scripts;
}

async function clipOf(kind: string, seed: string): Promise<ClipScript> {
  const random = createRandom(seed);
  const frameRate = pick(FRAME_RATES, random);
  const hue = 360 * random.next();
  const shots = [];
  for (let shot = 0; shot < SHOT_COUNT; shot++) {
    const plate = await paintPlate(
      {
        widthPx: Math.round(WIDTH_PX * PLATE_FACTOR),
        heightPx: Math.round(HEIGHT_PX * PLATE_FACTOR),
        hueDegrees: kind === 'alike' ? hue : 360 * random.next(),
        lightnessFraction: kind === 'dark' ? 0.16 : 0.3 + 0.3 * random.next(),
        saturationFraction: 0.2 + 0.6 * random.next(),
      },
      random,
    );
    const extraSeconds = GRADUAL_KINDS.includes(kind) ? GRADUAL_EXTRA_SECONDS : 0;
    const seconds = SHOT_SECONDS.least + SHOT_SECONDS.more * random.next() + extraSeconds;
    shots.push({
      plate,
      frameCount: Math.round(frameRate * seconds),
      motion: motionOf(kind, random),
      speedPx: (kind === 'pans' ? 2 : 0.5) + 3 * random.next(),
    });
  }
  const joins = shots.slice(1).map(() => joinOf(kind, random));
  return {
    ...{
      name: seed.replaceAll('/', '-'),
      seed,
      widthPx: WIDTH_PX,
      heightPx: HEIGHT_PX,
      frameRate,
      shots,
      joins,
    },
    flashes: kind === 'flashes' || kind === 'mixed' ? flashesOf(clipTruth({ shots, joins }), random) : [],
    barFraction: kind === 'letterbox' ? 0.12 : 0,
  };
}

function motionOf(kind: string, random: Random): Motion {
  if (kind === 'pans') return pick(['pan', 'tilt'], random);
  return kind === 'held' ? 'held' : pick(MOTIONS, random);
}

function joinOf(kind: string, random: Random): JoinScript {
  const frameCount = 10 + Math.floor(14 * random.next());
  const fade: JoinScript = {
    kind: 'fade',
    outCount: 8 + Math.floor(10 * random.next()),
    blankCount: 2 + Math.floor(10 * random.next()),
    inCount: 8 + Math.floor(10 * random.next()),
    level: random.next() < 0.8 ? 0 : 255,
  };
  const choice = random.next();
  if (kind === 'fades') return fade;
  if (kind === 'dissolves') return { kind: 'dissolve', frameCount };
  if (kind === 'mixed' && choice < 0.25) return fade;
  return kind === 'mixed' && choice < 0.5 ? { kind: 'dissolve', frameCount } : { kind: 'cut' };
}

/** In the middle of every other shot; the picture is there before and after. */
function flashesOf({ shots }: ClipTruth, random: Random): number[] {
  return shots
    .filter((_, index) => index % 2 === 0)
    .map(({ from, to }) => Math.round(from + (to - from) * (0.4 + 0.2 * random.next())));
}

import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { VideoDependencyError } from '../errors';

/** Where the programs are. */
export interface Ffmpeg {
  /** Absolute path. */
  readonly ffmpeg: string;
  /** Absolute path. */
  readonly ffprobe: string;
  /** As ffmpeg tells it, e.g. `5.1.9-0+deb12u1`. */
  readonly version: string;
}

/** Since ffmpeg 5.1. */
const NEEDED_FILTERS = [
  'scdet',
  'signalstats',
  'blurdetect',
  'siti',
  'metadata',
  'cropdetect',
  'idet',
  'bwdif',
];
const LOCATE = process.platform === 'win32' ? 'where' : 'which';
const PATIENCE_MS = 20_000;

const run = promisify(execFile);

/**
 * ffmpeg and ffprobe on this machine's search path.
 * @param given path of ffmpeg, ffprobe beside it; undefined: looks on the search path
 * @returns null: one of them is not there, or ffmpeg has not the filters of version 5.1
 */
export async function findFfmpeg(given?: string): Promise<Ffmpeg | null> {
  const ffmpeg = given ?? (await locate('ffmpeg'));
  if (ffmpeg === null) return null;
  const ffprobe =
    given === undefined ? await locate('ffprobe') : path.join(path.dirname(given), besideOf(given));
  if (ffprobe === null) return null;
  const [version, filters] = await Promise.all([answer(ffmpeg, '-version'), answer(ffmpeg, '-filters')]);
  const isWhole = (await answer(ffprobe, '-version')) !== null;
  if (version === null || filters === null || !isWhole) return null;
  const offered = new Set(filters.split('\n').map((line) => line.trim().split(/\s+/)[1]));
  if (!NEEDED_FILTERS.every((name) => offered.has(name))) return null;
  return { ffmpeg, ffprobe, version: /^ffmpeg version (\S+)/.exec(version)?.[1] ?? 'unknown' };
}

/** @throws VideoDependencyError `FFMPEG_MISSING` */
export async function requireFfmpeg(): Promise<Ffmpeg> {
  const found = await findFfmpeg();
  if (found) return found;
  throw new VideoDependencyError(
    'FFMPEG_MISSING',
    'ffmpeg and ffprobe 5.1 or newer are not on this machine: videos cannot be looked at',
  );
}

function besideOf(ffmpeg: string): string {
  return path.basename(ffmpeg).replace('ffmpeg', 'ffprobe');
}

async function locate(name: string): Promise<string | null> {
  const found = await answerOf(LOCATE, [name]);
  return found?.split(/\r?\n/)[0] || null;
}

function answer(program: string, option: string): Promise<string | null> {
  return answerOf(program, ['-hide_banner', option]);
}

async function answerOf(program: string, options: string[]): Promise<string | null> {
  try {
    return (await run(program, options, { timeout: PATIENCE_MS, maxBuffer: 2 ** 22 })).stdout;
  } catch {
    return null;
  }
}

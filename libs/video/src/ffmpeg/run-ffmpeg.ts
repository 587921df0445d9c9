import { VideoInputError } from '../errors';
import type { VideoLimits } from '../video-limits';
import type { Ffmpeg } from './find-ffmpeg';
import { inputOptions } from './input-options';
import { runProgram, type ProgramEnd, type ProgramRun } from './run-program';

/** A run of ffmpeg over one file. */
export interface FfmpegRun extends Omit<ProgramRun, 'program' | 'options' | 'limits' | 'about'> {
  readonly ffmpeg: Ffmpeg;
  readonly file: string;
  readonly limits: VideoLimits;
  /** Before the input, e.g. where to begin. */
  readonly seek?: readonly string[];
  /** After it: filters and output. */
  readonly output: readonly string[];
}

/**
 * Runs ffmpeg over the first video stream of a file.
 * @throws VideoInputError `VIDEO_UNREADABLE`, `VIDEO_FORMAT_REFUSED` and what `runProgram` throws
 */
export async function runFfmpeg({ ffmpeg, file, seek, output, ...run }: FfmpegRun): Promise<ProgramEnd> {
  const threads = String(run.limits.threadCount);
  const end = await runProgram({
    ...run,
    program: ffmpeg.ffmpeg,
    about: file,
    options: [
      ...['-hide_banner', '-nostdin', '-v', 'error'],
      ...['-threads', threads, '-filter_threads', threads],
      ...(seek ?? []),
      ...inputOptions(file),
      ...['-map', '0:v:0', '-an', '-sn', '-dn'],
      ...output,
    ],
  });
  if (end.exitCode !== 0) throw unreadable(file, end.complaints);
  return end;
}

/** What ffmpeg and ffprobe complain of, as an error of ours. */
export function unreadable(file: string, complaints: string): VideoInputError {
  if (/not on whitelist|whitelist/i.test(complaints)) {
    return new VideoInputError('VIDEO_FORMAT_REFUSED', `${file}: its container is not one that is looked at`);
  }
  const reason = complaints.replaceAll(`file:${file}`, 'the file').split('\n').filter(Boolean).at(-1);
  return new VideoInputError(
    'VIDEO_UNREADABLE',
    `${file}: is no video or is damaged (${reason ?? 'no reason told'})`,
  );
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Ffmpeg } from '../ffmpeg/find-ffmpeg';

/** How frames become a file. */
export interface Encoding {
  readonly ffmpeg: Ffmpeg;
  readonly file: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly frameRate: number;
  /** x264's constant rate factor; default 23. */
  readonly rateFactor?: number;
  /** More options of ffmpeg for the output. */
  readonly options?: readonly string[];
}

/** Writes frames, `[heightPx · widthPx · 3]` each, as H.264 in a container by the file's name. @throws where ffmpeg fails */
export async function encodeClip(frames: Iterable<Uint8Array>, encoding: Encoding): Promise<void> {
  const { ffmpeg, file, widthPx, heightPx, frameRate, rateFactor = 23, options = [] } = encoding;
  const child = spawn(
    ffmpeg.ffmpeg,
    [
      ...['-v', 'error', '-y', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${widthPx}x${heightPx}`],
      ...['-r', String(frameRate), '-i', 'pipe:0', '-threads', '2', '-pix_fmt', 'yuv420p'],
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', String(rateFactor), ...options, file],
    ],
    { stdio: ['pipe', 'ignore', 'pipe'] },
  );
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  child.stdin.on('error', () => undefined);
  const closed = once(child, 'close');
  for (const frame of frames) {
    if (!child.stdin.write(frame) && child.exitCode === null)
      await Promise.race([once(child.stdin, 'drain'), closed]);
  }
  child.stdin.end();
  const [exitCode] = (await closed) as [number | null];
  if (exitCode !== 0) throw new Error(`ffmpeg cannot write ${file}: ${complaints.trim()}`);
}

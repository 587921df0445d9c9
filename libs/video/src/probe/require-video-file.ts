import { open, type FileHandle } from 'node:fs/promises';
import { messageOf } from '@keyart/common';
import { VideoInputError } from '../errors';
import type { VideoLimits } from '../video-limits';

const HEAD_BYTES = 4096;
/** What playlists, scripts and descriptions that name other files begin with, whatever their own name is. */
const REFUSED_HEADS: readonly (readonly [head: RegExp, what: string])[] = [
  [/^#EXTM3U/, 'a playlist (HLS)'],
  [/^ffconcat/, 'a list of files (ffconcat)'],
  [/^file\s+['"]?\S/, 'a list of files (ffconcat)'],
  [/^\[playlist\]/i, 'a playlist'],
  [/^v=0\r?\n/, 'a session description (SDP)'],
  [/^;FFMETADATA/, 'metadata of ffmpeg'],
  [/^<(\?xml|MPD|smil|svg|!DOCTYPE|html)/i, 'XML, such as DASH or SVG'],
];

/**
 * Looks at a file before any other program does.
 * @throws VideoInputError `VIDEO_NOT_FOUND`, `VIDEO_EMPTY`, `VIDEO_TOO_LARGE`, `VIDEO_FORMAT_REFUSED`
 */
export async function requireVideoFile(
  file: string,
  { maxBytes }: Pick<VideoLimits, 'maxBytes'>,
): Promise<void> {
  const handle = await openFile(file);
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new VideoInputError('VIDEO_NOT_FOUND', `${file}: is no file`);
    if (stat.size === 0) throw new VideoInputError('VIDEO_EMPTY', `${file}: has no bytes`);
    if (stat.size > maxBytes) {
      throw new VideoInputError('VIDEO_TOO_LARGE', `${file}: has ${stat.size} bytes, ${maxBytes} at most`);
    }
    refusePlaylist(file, await headOf(handle));
  } finally {
    await handle.close();
  }
}

async function openFile(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'r');
  } catch (cause) {
    throw new VideoInputError('VIDEO_NOT_FOUND', `${file}: cannot be opened: ${messageOf(cause)}`, { cause });
  }
}

async function headOf(handle: FileHandle): Promise<string> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
  return buffer.toString('utf8', 0, bytesRead);
}

function refusePlaylist(file: string, head: string): void {
  const text = head.replace(/^\uFEFF/, '').trimStart();
  const found = REFUSED_HEADS.find(([pattern]) => pattern.test(text));
  if (found) throw new VideoInputError('VIDEO_FORMAT_REFUSED', `${file}: is ${found[1]}, not a video`);
}

import type { PictureLayout } from './picture-layout';
import { requireBytes } from './require-bytes';

const SIGNATURE_BYTES = 8;
/** Length and type before the data of a chunk, a checksum behind. */
const [HEAD_BYTES, TAIL_BYTES] = [8, 4];

/** Walks a PNG from chunk to chunk; one with `acTL` is an animation. */
export function pngLayout(bytes: Buffer): PictureLayout {
  let isAnimated = false;
  for (let at = SIGNATURE_BYTES; ;) {
    requireBytes(bytes, at + HEAD_BYTES);
    const type = bytes.toString('latin1', at + 4, at + HEAD_BYTES);
    at += HEAD_BYTES + bytes.readUInt32BE(at) + TAIL_BYTES;
    requireBytes(bytes, at);
    if (type === 'acTL') isAnimated = true;
    if (type === 'IEND') return { endsAt: at, isAnimated };
  }
}

import type { PictureLayout } from './picture-layout';
import { requireBytes } from './require-bytes';

const [RIFF_HEAD_BYTES, CHUNK_HEAD_BYTES] = [12, 8];
/** Bytes counted by the length that stands behind `RIFF` begin there. */
const COUNTED_FROM = 8;

/** Walks a WebP from chunk to chunk; one with frames is an animation. */
export function webpLayout(bytes: Buffer): PictureLayout {
  requireBytes(bytes, RIFF_HEAD_BYTES);
  const endsAt = COUNTED_FROM + bytes.readUInt32LE(4);
  requireBytes(bytes, endsAt);
  const whole = bytes.subarray(0, endsAt);
  let isAnimated = false;
  for (let at = RIFF_HEAD_BYTES; at + CHUNK_HEAD_BYTES <= endsAt; at += at % 2) {
    const type = whole.toString('latin1', at, at + 4);
    if (type === 'ANIM' || type === 'ANMF') isAnimated = true;
    at += CHUNK_HEAD_BYTES + whole.readUInt32LE(at + 4);
    requireBytes(whole, at);
  }
  return { endsAt, isAnimated };
}

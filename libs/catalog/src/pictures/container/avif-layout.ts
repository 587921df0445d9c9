import type { PictureLayout } from './picture-layout';
import { requireBytes } from './require-bytes';

const HEAD_BYTES = 8;
const LONG_HEAD_BYTES = 16;
/** Values of a box's length that mean something else. */
const [TO_THE_END, LENGTH_FOLLOWS] = [0, 1];
/** Boxes that stand at the top of an ISO base media file; `moov` holds the frames of a sequence. */
const TOP_BOXES = ['ftyp', 'meta', 'mdat', 'moov', 'free', 'skip', 'uuid', 'styp', 'sidx', 'moof', 'mfra'];

/** Walks an AVIF from box to box; one with a film inside is an animation. */
export function avifLayout(bytes: Buffer): PictureLayout {
  let at = 0;
  let isAnimated = false;
  while (at + HEAD_BYTES <= bytes.length) {
    const type = bytes.toString('latin1', at + 4, at + HEAD_BYTES);
    if (!TOP_BOXES.includes(type)) break;
    at = endOfBox(bytes, at);
    requireBytes(bytes, at);
    if (type === 'moov') isAnimated = true;
  }
  return { endsAt: at, isAnimated };
}

function endOfBox(bytes: Buffer, at: number): number {
  const length = bytes.readUInt32BE(at);
  if (length === TO_THE_END) return bytes.length;
  if (length !== LENGTH_FOLLOWS) return at + Math.max(length, HEAD_BYTES);
  requireBytes(bytes, at + LONG_HEAD_BYTES);
  return at + Math.max(Number(bytes.readBigUInt64BE(at + HEAD_BYTES)), LONG_HEAD_BYTES);
}

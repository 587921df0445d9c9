import type { PictureLayout } from './picture-layout';
import { requireBytes, truncated } from './require-bytes';

const MARKER = 0xff;
const START_OF_IMAGE = Buffer.from([MARKER, 0xd8, MARKER]);
const END_OF_IMAGE = 0xd9;
const STUFFED = 0x00;
const [FIRST_RESTART, LAST_RESTART] = [0xd0, 0xd7];

/** Walks a JPEG from marker to marker. Whole JPEGs that follow (previews, gain maps) belong to it. */
export function jpegLayout(bytes: Buffer): PictureLayout {
  let endsAt = 0;
  do endsAt = endOfImage(bytes, endsAt);
  while (bytes.subarray(endsAt, endsAt + START_OF_IMAGE.length).equals(START_OF_IMAGE));
  return { endsAt, isAnimated: false };
}

function endOfImage(bytes: Buffer, startsAt: number): number {
  let at = startsAt + 2;
  for (;;) {
    at = nextMarker(bytes, at);
    if (bytes[at] === END_OF_IMAGE) return at + 1;
    requireBytes(bytes, at + 3);
    at += 1 + bytes.readUInt16BE(at + 1);
  }
}

/** Offset of the code of the next marker that a segment or the end belongs to; compressed data is leapt over. */
function nextMarker(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(MARKER, from); at !== -1; at = bytes.indexOf(MARKER, at)) {
    while (bytes[at] === MARKER) at++;
    const code = bytes[at];
    const isData = code === STUFFED || (code >= FIRST_RESTART && code <= LAST_RESTART);
    if (code !== undefined && !isData) return at;
  }
  throw truncated();
}

const SEGMENT_HEAD_BYTES = 4;
/** Behind the marker that every JPEG begins with. */
const FIRST_SEGMENT_AT = 2;
export const APP1 = 0xe1;
export const APP2 = 0xe2;
export const COMMENT = 0xfe;

/** A JPEG with one more segment, before all others. */
export function withSegment(jpeg: Buffer, marker: number, data: Buffer | string): Buffer {
  const content = Buffer.from(data as string, 'latin1');
  const head = Buffer.alloc(SEGMENT_HEAD_BYTES);
  head.writeUInt16BE(0xff00 + marker, 0);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, FIRST_SEGMENT_AT), head, content, jpeg.subarray(FIRST_SEGMENT_AT)]);
}

/** Where the segment of a marker begins; -1 without it. */
export function segmentAt(jpeg: Buffer, marker: number): number {
  return jpeg.indexOf(Buffer.from([0xff, marker]));
}

/** A JPEG whose frame header promises another size. */
export function withSize(jpeg: Buffer, widthPx: number, heightPx: number): Buffer {
  const changed = Buffer.from(jpeg);
  const frame = Math.max(segmentAt(jpeg, 0xc0), segmentAt(jpeg, 0xc2));
  changed.writeUInt16BE(heightPx, frame + 5);
  changed.writeUInt16BE(widthPx, frame + 7);
  return changed;
}

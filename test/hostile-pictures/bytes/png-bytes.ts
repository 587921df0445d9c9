import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const HEADER_CHUNK_BYTES = 25;
const AFTER_HEADER = SIGNATURE.length + HEADER_CHUNK_BYTES;

/** A chunk with its length and checksum. */
export function pngChunk(type: string, data: Buffer | string): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data as string, 'latin1')]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(typed.length - 4);
  checksum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, checksum]);
}

/** A PNG with one more chunk, right behind its header. */
export function withChunk(png: Buffer, type: string, data: Buffer | string): Buffer {
  return Buffer.concat([png.subarray(0, AFTER_HEADER), pngChunk(type, data), png.subarray(AFTER_HEADER)]);
}

/** What a PNG says of itself. */
export interface PngHeader {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly depth?: number;
  /** 0 grey, 2 RGB, 3 palette, 6 RGB with alpha. */
  readonly colourType?: number;
  readonly isInterlaced?: boolean;
}

/** A PNG of that header and those bytes of lines, compressed here. */
export function pngOf(header: PngHeader, lines: Buffer): Buffer {
  const { widthPx, heightPx, depth = 8, colourType = 2, isInterlaced = false } = header;
  const data = Buffer.alloc(13);
  data.writeUInt32BE(widthPx, 0);
  data.writeUInt32BE(heightPx, 4);
  data.set([depth, colourType, 0, 0, isInterlaced ? 1 : 0], 8);
  return Buffer.concat([
    SIGNATURE,
    pngChunk('IHDR', data),
    pngChunk('IDAT', deflateSync(lines)),
    pngChunk('IEND', ''),
  ]);
}

/** The same picture under another header, its checksum right. */
export function withHeader(png: Buffer, widthPx: number, heightPx: number): Buffer {
  const header = Buffer.from(png.subarray(SIGNATURE.length + 8, SIGNATURE.length + 8 + 13));
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  return Buffer.concat([SIGNATURE, pngChunk('IHDR', header), png.subarray(AFTER_HEADER)]);
}

import { crc32 } from 'node:zlib';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const VERSION = 20;

function fields(size: number, values: [offset: number, width: 2 | 4, value: number][]): Buffer {
  const buffer = Buffer.alloc(size);
  for (const [offset, width, value] of values) buffer.writeUIntLE(value, offset, width);
  return buffer;
}

/** A wheel is a zip archive: here with one uncompressed entry. */
export function makeWheel(entry: string, content: Buffer): Buffer {
  const name = Buffer.from(entry);
  const crc = crc32(content);
  const sizes: [number, 2 | 4, number][] = [
    [0, 4, crc],
    [4, 4, content.length],
    [8, 4, content.length],
    [12, 2, name.length],
  ];
  const shifted = (by: number): [number, 2 | 4, number][] =>
    sizes.map(([at, width, value]) => [at + by, width, value]);
  const local = fields(30, [[0, 4, LOCAL_HEADER], [4, 2, VERSION], ...shifted(14)]);
  const central = fields(46, [[0, 4, CENTRAL_HEADER], [4, 2, VERSION], [6, 2, VERSION], ...shifted(16)]);
  const offset = local.length + name.length + content.length;
  const end = fields(22, [
    [0, 4, END_OF_DIRECTORY],
    [8, 2, 1],
    [10, 2, 1],
    [12, 4, central.length + name.length],
    [16, 4, offset],
  ]);
  return Buffer.concat([local, name, content, central, name, end]);
}

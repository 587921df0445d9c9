import { deflateRawSync, crc32 } from 'node:zlib';

/** Something that does what it should not when a picture carries it. */
export const SCRIPT = '<html><script>fetch("/v1/keys",{method:"POST"})</script></html>';

const NAME = 'payload.js';

/** A whole ZIP archive of one small file. */
export function zipArchive(): Buffer {
  const content = Buffer.from(SCRIPT);
  const packed = deflateRawSync(content);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(8, 4);
  shared.writeUInt32LE(crc32(content), 10);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(content.length, 18);
  shared.writeUInt16LE(NAME.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(NAME), packed]);
  const made = Buffer.from('PK\x01\x02\x14\x00', 'latin1');
  const central = Buffer.concat([made, shared, Buffer.alloc(14), Buffer.from(NAME)]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

/** The bytes with something behind them. */
export function followedBy(bytes: Buffer, more: Buffer | string): Buffer {
  return Buffer.concat([bytes, Buffer.from(more as string, 'latin1')]);
}

/** The first part of the bytes. */
export function firstPart(bytes: Buffer, fraction: number): Buffer {
  return bytes.subarray(0, Math.floor(bytes.length * fraction));
}

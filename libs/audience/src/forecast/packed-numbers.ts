import type { DenseRows } from '@keyart/similarity';

/** Rows of numbers as text: 32-bit floats, little-endian, base64. */
export interface PackedRows {
  readonly rowCount: number;
  readonly width: number;
  readonly base64: string;
}

/** Packs rows. */
export function packRows({ rowCount, width, values }: DenseRows): PackedRows {
  const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  return { rowCount, width, base64: bytes.toString('base64') };
}

/** Unpacks rows; null where the text does not hold as many numbers. */
export function unpackRows({ rowCount, width, base64 }: PackedRows): DenseRows | null {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== rowCount * width * Float32Array.BYTES_PER_ELEMENT) return null;
  const values = new Float32Array(rowCount * width);
  new Uint8Array(values.buffer).set(bytes);
  return { rowCount, width, values };
}

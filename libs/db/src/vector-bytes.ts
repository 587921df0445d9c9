const FLOAT_BYTES = 4;

/** A vector as little-endian float32. */
export function bytesOfVector(vector: Float32Array): Buffer {
  const bytes = Buffer.alloc(vector.length * FLOAT_BYTES);
  vector.forEach((value, d) => bytes.writeFloatLE(value, d * FLOAT_BYTES));
  return bytes;
}

/** The vector of such bytes. */
export function vectorOfBytes(bytes: Buffer): Float32Array {
  const length = Math.floor(bytes.length / FLOAT_BYTES);
  return Float32Array.from({ length }, (_, d) => bytes.readFloatLE(d * FLOAT_BYTES));
}

const EXPONENT_BIAS = 15;
const MANTISSA_STEPS = 1024;
const SMALLEST = 2 ** -24;

function valueOf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const mantissa = bits & 0x3ff;
  if (exponent === 0) return sign * mantissa * SMALLEST;
  if (exponent === 0x1f) return mantissa ? NaN : sign * Infinity;
  return sign * 2 ** (exponent - EXPONENT_BIAS) * (1 + mantissa / MANTISSA_STEPS);
}

const VALUES = Float32Array.from({ length: 65_536 }, (_, bits) => valueOf(bits));

/** The value of a 16-bit float (IEEE 754 binary16). @param bits in [0, 65535] */
export function fromHalfFloat(bits: number): number {
  return VALUES[bits];
}

/** The 16-bit float next to a number, ties to even; too large ones become infinite. @returns its bits */
export function toHalfFloat(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(size)) return 0x7e00;
  if (size >= 65_520) return sign | 0x7c00;
  const exponent = Math.max(-14, Math.floor(Math.log2(size || SMALLEST)));
  const steps = roundToEven(size / 2 ** (exponent - 10));
  // Steps that round up to the next power of two carry into the exponent by themselves.
  return sign | (size < 2 ** -14 ? steps : ((exponent + 14) << 10) + steps);
}

function roundToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}

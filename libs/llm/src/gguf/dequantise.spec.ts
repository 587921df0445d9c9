import { dequantise, isReadable } from './dequantise';
import { quantiseQ8 } from './quantise-q8';
import { TENSOR_TYPES, tensorTypeById } from './tensor-type';

// Blocks of random bytes and a half-float scale; values by `gguf.quants.dequantize` of PyPI gguf 0.19.
const Q4_1 = '1f2166aa931aed15f5d3ef2d059d9f3c36ec6d2e';
const Q8_0 = '1f2120cd240786de399208950e0f160a90d0181807290b553b68e16ee2c9089f1a1b';
// `quantize(linspace(-1, 1.5, 32), Q8_0)` of the same.
const LINE = '0c22abb2b9c0c7cdd4dbe2e9f0f6fd040b12191f262d343b42484f565d646b71787f';

const sum = (values: Float32Array): number => values.reduce((total, value) => total + value, 0);

describe('dequantise', () => {
  it('reads Q4_1 as llama.cpp does', () => {
    const values = dequantise(Buffer.from(Q4_1, 'hex'), TENSOR_TYPES.q4_1);
    expect(values).toHaveLength(32);
    expect(values[0]).toBeCloseTo(-0.01998138427734375, 7);
    expect(values[1]).toBeCloseTo(0.0500335693359375, 7);
    expect(values[16]).toBeCloseTo(0.04003143310546875, 7);
    expect(values[31]).toBeCloseTo(-0.0299835205078125, 7);
    expect(sum(values)).toBeCloseTo(1.1209716796875, 5);
  });

  it('reads Q8_0 as llama.cpp does', () => {
    const values = dequantise(Buffer.from(Q8_0, 'hex'), TENSOR_TYPES.q8_0);
    expect(values[1]).toBeCloseTo(-0.5101089477539062, 6);
    expect(values[31]).toBeCloseTo(0.27005767822265625, 6);
    expect(sum(values)).toBeCloseTo(-0.7001495361328125, 5);
  });

  it('reads plain and half floats', () => {
    const plain = Buffer.alloc(8);
    plain.writeFloatLE(1.5, 0);
    plain.writeFloatLE(-3, 4);
    expect([...dequantise(plain, TENSOR_TYPES.f32)]).toEqual([1.5, -3]);
    expect([...dequantise(Buffer.from('003c00c0', 'hex'), TENSOR_TYPES.f16)]).toEqual([1, -2]);
  });

  it('refuses types whose numbers nobody reads here', () => {
    const q6 = tensorTypeById(14);
    expect(q6).toBeDefined();
    if (!q6) return;
    expect(isReadable(q6)).toBe(false);
    expect(() => dequantise(Buffer.alloc(210), q6)).toThrow('Q6_K');
  });
});

describe('quantiseQ8', () => {
  it('writes what llama.cpp writes', () => {
    const line = Float32Array.from({ length: 32 }, (_, i) => -1 + (2.5 * i) / 31);
    expect(quantiseQ8(line).toString('hex')).toBe(LINE);
  });

  it('is off by half a step at most', () => {
    const values = Float32Array.from({ length: 320 }, (_, i) => Math.sin(i * i) * (1 + (i >> 5)));
    const read = dequantise(quantiseQ8(values), TENSOR_TYPES.q8_0);
    values.forEach((value, i) =>
      expect(Math.abs(read[i] - value)).toBeLessThan(((1 + (i >> 5)) / 127) * 0.51),
    );
  });

  it('writes zeros for a block of zeros', () => {
    expect(quantiseQ8(new Float32Array(32))).toEqual(Buffer.alloc(34));
  });
});

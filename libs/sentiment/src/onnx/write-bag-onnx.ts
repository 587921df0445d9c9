import { onnx } from 'onnx-proto';
import type { Bag } from '../linear/bag';
import type { Calibration } from '../linear/fit-platt';

const { FLOAT, INT8, INT32, INT64 } = onnx.TensorProto.DataType;
const [OPSET, IR_VERSION, LARGEST] = [13, 8, 127];
const NOTHING = 1e-12;

/**
 * A bag as an ONNX graph. Input `ids` int32 `[B, L]`: 1 + columns of each text, filled up with 0; outputs `margins` and `probabilities` float
 * `[B, C]`. Its table holds v and s as 8-bit integers with one scale a column (`[F + 1, C + 1]`, row 0 is nothing).
 * @param calibrations one a class
 */
export function writeBagOnnx(bag: Bag, calibrations: readonly Calibration[]): Uint8Array {
  const classCount = bag.biases.length;
  const { table, scales } = quantised(bag);
  const rows = bag.scales.length + 1;
  const initializer = [
    bytesTensor('table', [rows, classCount + 1], table),
    floats('scales', scales),
    floats('biases', bag.biases),
    floats(
      'slopes',
      calibrations.map(({ slope }) => slope),
    ),
    floats(
      'offsets',
      calibrations.map(({ offset }) => offset),
    ),
    floats('nothing', [NOTHING]),
    integers('over', [1]),
    integers('first', [0]),
    integers('classes', [classCount]),
    integers('all', [classCount + 1]),
    integers('last', [2]),
  ];
  const node = [
    operation('Gather', ['table', 'ids'], ['small', { axis: 0 }]),
    operation('Cast', ['small'], ['cast', { to: FLOAT }]),
    operation('Mul', ['cast', 'scales'], ['entries']),
    operation('Slice', ['entries', 'first', 'classes', 'last'], ['values']),
    operation('Slice', ['entries', 'classes', 'all', 'last'], ['own']),
    operation('ReduceSum', ['values', 'over'], ['sums', { keepdims: 0 }]),
    operation('Mul', ['own', 'own'], ['squares']),
    operation('ReduceSum', ['squares', 'over'], ['square', { keepdims: 0 }]),
    operation('Max', ['square', 'nothing'], ['positive']),
    operation('Sqrt', ['positive'], ['norms']),
    operation('Div', ['sums', 'norms'], ['shares']),
    operation('Add', ['shares', 'biases'], ['margins']),
    operation('Mul', ['margins', 'slopes'], ['stretched']),
    operation('Add', ['stretched', 'offsets'], ['logits']),
    operation('Sigmoid', ['logits'], ['probabilities']),
  ];
  const model = {
    irVersion: IR_VERSION,
    producerName: 'keyart',
    opsetImport: [{ domain: '', version: OPSET }],
    graph: {
      ...{ name: 'bag', node, initializer },
      input: [port('ids', INT32, ['B', 'L'])],
      output: ['margins', 'probabilities'].map((name) => port(name, FLOAT, ['B', classCount])),
    },
  };
  return onnx.ModelProto.encode(onnx.ModelProto.fromObject(model)).finish();
}

/** v and s as integers of 8 bits, a scale for each column. */
function quantised({ values, scales, biases }: Bag): { table: Int8Array; scales: Float32Array } {
  const width = biases.length + 1;
  const entry = (j: number, c: number): number =>
    c === width - 1 ? scales[j] : values[j * biases.length + c];
  const largest = new Float32Array(width);
  for (let j = 0; j < scales.length; j++)
    for (let c = 0; c < width; c++) largest[c] = Math.max(largest[c], Math.abs(entry(j, c)));
  const steps = largest.map((value) => (value > 0 ? value / LARGEST : 1));
  const table = new Int8Array((scales.length + 1) * width);
  for (let j = 0; j < scales.length; j++)
    for (let c = 0; c < width; c++) table[(j + 1) * width + c] = Math.round(entry(j, c) / steps[c]);
  return { table, scales: steps };
}

function bytesTensor(name: string, dims: number[], data: Int8Array): onnx.ITensorProto {
  return { name, dataType: INT8, dims, rawData: new Uint8Array(data.buffer) };
}

function floats(name: string, data: ArrayLike<number>): onnx.ITensorProto {
  return { name, dataType: FLOAT, dims: [data.length], floatData: Array.from(data) };
}

function integers(name: string, data: number[]): onnx.ITensorProto {
  return { name, dataType: INT64, dims: [data.length], int64Data: data };
}

function operation(
  opType: string,
  input: string[],
  [output, attributes = {}]: readonly [string, Readonly<Record<string, number>>?],
): onnx.INodeProto {
  const attribute = Object.entries(attributes).map(([name, i]) => ({
    ...{ name, i, type: onnx.AttributeProto.AttributeType.INT },
  }));
  return { opType, input, output: [output], name: output, attribute };
}

function port(name: string, elemType: number, shape: (string | number)[]): onnx.IValueInfoProto {
  const dim = shape.map((size) => (typeof size === 'string' ? { dimParam: size } : { dimValue: size }));
  return { name, type: { tensorType: { elemType, shape: { dim } } } };
}

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onnx } from 'onnx-proto';

/** For tests: an operator with its inputs and outputs. */
export interface TinyNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** For tests: a graph of float32 tensors; a text in a shape is a length known later. */
export interface TinyGraph {
  readonly nodes: readonly TinyNode[];
  readonly inputs: Readonly<Record<string, readonly (number | string)[]>>;
  readonly outputs: Readonly<Record<string, readonly (number | string)[]>>;
}

const OPSET = 13;
const IR_VERSION = 8;

/** For tests: writes the graph as an ONNX file into a folder of its own. */
export function writeTinyOnnx(graph: TinyGraph): string {
  const model = onnx.ModelProto.create({
    irVersion: IR_VERSION,
    opsetImport: [{ version: OPSET }],
    graph: {
      name: 'tiny',
      node: graph.nodes.map(({ operator, inputs, outputs }) => ({
        opType: operator,
        input: [...inputs],
        output: [...outputs],
      })),
      input: valuesOf(graph.inputs),
      output: valuesOf(graph.outputs),
    },
  });
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'keyart-onnx-')), 'tiny.onnx');
  writeFileSync(file, onnx.ModelProto.encode(model).finish());
  return file;
}

function valuesOf(shapes: TinyGraph['inputs']): onnx.IValueInfoProto[] {
  return Object.entries(shapes).map(([name, shape]) => ({
    name,
    type: {
      tensorType: {
        elemType: onnx.TensorProto.DataType.FLOAT,
        shape: {
          dim: shape.map((length) =>
            typeof length === 'number' ? { dimValue: length } : { dimParam: length },
          ),
        },
      },
    },
  }));
}

import { Tensor } from 'onnxruntime-node';

/** Input name → tensor. */
export type OnnxFeeds = Readonly<Record<string, Tensor>>;

/** Output name → tensor. */
export type OnnxOutputs = Readonly<Record<string, Tensor>>;

/** A float32 tensor over the data, which is not copied. @param shape whose product is the length */
export function floatTensor(data: Float32Array, shape: readonly number[]): Tensor {
  return new Tensor('float32', data, shape);
}

/** The values of a float32 output. */
export function floatsOf(outputs: OnnxOutputs, name: string): Float32Array {
  return outputs[name].data as Float32Array;
}

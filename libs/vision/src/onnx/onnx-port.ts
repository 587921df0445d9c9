/** An input or output of a graph. */
export interface OnnxPort {
  readonly name: string;
  /** ONNX Runtime's name, e.g. `float32`. */
  readonly type: string;
  /** A text stands for a length that is only known when the graph runs. */
  readonly shape: readonly (number | string)[];
}

import type { OnnxFeeds } from './onnx-feeds';

/** A graph on this machine and what is known of it. */
export interface OnnxModelFile {
  /** For messages. */
  readonly name: string;
  readonly path: string;
  /** Of the content, hex; checked when it is loaded. Undefined: any content. */
  readonly sha256?: string;
  /** Inputs of a usual size; a first run with them spares the first caller the allocation of buffers. */
  readonly warmUp?: () => OnnxFeeds;
}

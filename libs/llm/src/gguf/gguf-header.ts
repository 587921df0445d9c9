import type { TensorType } from './tensor-type';

/** A number, text or truth value of a file's metadata; what is an array is counted only. */
export type GgufValue = number | string | boolean;

/** A tensor as the header describes it. */
export interface GgufTensor {
  readonly name: string;
  /** Innermost first: `[columns, rows]` of a matrix. */
  readonly dimensions: readonly number[];
  readonly type: TensorType;
  /** From the start of the file, bytes. */
  readonly start: number;
  readonly sizeBytes: number;
}

/** What a GGUF file says of itself before its numbers. */
export interface GgufHeader {
  readonly metadata: ReadonlyMap<string, GgufValue>;
  readonly metadataCount: number;
  /** Where the metadata lie, bytes `[from, to)`; for copying them as they are. */
  readonly metadataRange: readonly [from: number, to: number];
  readonly tensors: readonly GgufTensor[];
  /** Tensors start at multiples of it. */
  readonly alignment: number;
}

/** Where tensors start unless a file says otherwise. */
export const DEFAULT_ALIGNMENT = 32;

/** The least multiple of the alignment that is not below the offset. */
export function alignedTo(alignment: number, offset: number): number {
  return Math.ceil(offset / alignment) * alignment;
}

/** How a tensor's numbers are kept: by blocks of so many values in so many bytes. */
export interface TensorType {
  readonly name: string;
  /** As the file format numbers it. */
  readonly id: number;
  readonly blockValueCount: number;
  readonly blockBytes: number;
}

const typeOf = (name: string, id: number, [blockValueCount, blockBytes]: [number, number]): TensorType => ({
  name,
  id,
  blockValueCount,
  blockBytes,
});

/** Types that this project reads or writes. */
export const TENSOR_TYPES = {
  f32: typeOf('F32', 0, [1, 4]),
  f16: typeOf('F16', 1, [1, 2]),
  q4_1: typeOf('Q4_1', 3, [32, 20]),
  q8_0: typeOf('Q8_0', 8, [32, 34]),
} as const;

/** Types that are known by size only: a file that has them is copied, not computed with. */
const SIZED_TYPES = [
  typeOf('Q4_0', 2, [32, 18]),
  typeOf('Q5_0', 6, [32, 22]),
  typeOf('Q5_1', 7, [32, 24]),
  typeOf('Q2_K', 10, [256, 84]),
  typeOf('Q3_K', 11, [256, 110]),
  typeOf('Q4_K', 12, [256, 144]),
  typeOf('Q5_K', 13, [256, 176]),
  typeOf('Q6_K', 14, [256, 210]),
  typeOf('BF16', 30, [1, 2]),
];

const BY_ID = new Map([...Object.values(TENSOR_TYPES), ...SIZED_TYPES].map((type) => [type.id, type]));

/** The type the file format gives that number; undefined for one not known here. */
export function tensorTypeById(id: number): TensorType | undefined {
  return BY_ID.get(id);
}

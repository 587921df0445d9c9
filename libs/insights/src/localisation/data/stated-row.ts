import { IsIn, IsNotEmpty, IsString, ValidateIf } from 'class-validator';

/** Where a figure comes from. */
export const BASES = ['source', 'assumption'] as const;

/** One of the bases. */
export type Basis = (typeof BASES)[number];

/** A row with one figure, and where that comes from. */
export abstract class StatedRow {
  @IsIn(BASES) basis: Basis;

  /** Key of the file's `sources`; with the basis `source` only. */
  @ValidateIf(({ basis, source }: StatedRow) => basis === 'source' || source !== undefined)
  @IsString()
  @IsNotEmpty()
  source?: string;
}

import { IsISO8601, IsIn, IsObject, IsOptional, IsUUID } from 'class-validator';
import { ERASURE_STATES, type ErasureState } from '../records/erasure';
import { Describe } from './describe';

/** How far the erasure of a member is. */
export class ErasureDto {
  @IsUUID() erasureId: string;

  @Describe('`sweeping`: erased; what was on its way then is looked for once more.')
  @IsIn(ERASURE_STATES)
  state: ErasureState;

  @IsISO8601() requestedAt: Date;
  @IsOptional() @IsISO8601() erasedAt: Date | null;
  @IsOptional() @IsISO8601() completedAt: Date | null;

  @Describe('What was erased: rows by table, and `jobs`. What hangs on a decision goes with it, uncounted.')
  @IsObject()
  counts: Readonly<Record<string, number>>;
}

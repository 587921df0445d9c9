import { assignmentFraction } from '@keyart/common';
import { SLICES, type Slice } from '@keyart/contracts';
import { checkParameter } from '../check-parameter';

/** Share of the members in each always-on slice, in [0, `MAX_SLICE_FRACTION`]. */
export type SliceShares = Readonly<Record<Slice, number>>;

/** Each slice grows in a region of its own, so that a share that changes moves no member from one slice to another. */
export const MAX_SLICE_FRACTION = 1 / SLICES.length;

/**
 * Deals members to the always-on slices by a salted hash. A slice that grows keeps the members it has.
 * @returns the slice of a member; null for most
 * @throws PolicyParameterError named like the slice whose share is out of range
 */
export function sliceDealer(salt: string, shares: SliceShares): (memberId: string) => Slice | null {
  for (const slice of SLICES) checkParameter({ [slice]: shares[slice] }, 0, MAX_SLICE_FRACTION);
  return (memberId) => {
    const position = assignmentFraction(salt, memberId) * SLICES.length;
    const region = Math.floor(position);
    const slice = SLICES[region];
    return position - region < shares[slice] * SLICES.length ? slice : null;
  };
}

import { StatisticInputError } from '../../errors';

/** A larger share of members in several arms is not an accident (the customary limit). */
export const MULTIPLE_EXPOSURE_LIMIT = 0.01;

/** Members that met more than one arm: their behaviour belongs to none, so they are left out of every metric, and counted. */
export interface MultipleExposure {
  readonly memberCount: number;
  /** Of all members of the test, in [0, 1]. */
  readonly share: number;
  /** Above `MULTIPLE_EXPOSURE_LIMIT`: assignment is broken, and what is left is a selection. */
  readonly isBroken: boolean;
}

/**
 * @param memberCount in more than one arm, ≥ 0
 * @param totalCount all members, ≥ memberCount
 * @throws StatisticInputError for other counts
 */
export function multipleExposure(memberCount: number, totalCount: number): MultipleExposure {
  if (!(memberCount >= 0 && totalCount >= memberCount))
    throw new StatisticInputError(`${memberCount} of ${totalCount} members in several arms`);
  const share = totalCount === 0 ? 0 : memberCount / totalCount;
  return { memberCount, share, isBroken: share > MULTIPLE_EXPOSURE_LIMIT };
}

import type { CastMember, CastMemberDto } from '@keyart/contracts';

/** A title's cast from its list by billing. */
export function castOf(cast: readonly CastMemberDto[]): CastMember[] {
  return cast.map(({ name, screenTimeFraction }, i) => ({
    name,
    billing: i + 1,
    screenTimeFraction: screenTimeFraction ?? null,
  }));
}

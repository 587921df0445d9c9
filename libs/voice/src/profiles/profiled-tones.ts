import type { TitleProfilesRepository } from '@keyart/db';
import type { KeptProfile } from './kept-profile';

/** Title id → tone → share of its reviews that show it, in [0, 1]. */
export type ProfiledTones = ReadonlyMap<string, Readonly<Record<string, number>>>;

/** Tone mixes of titles whose own reviews tell them; those of which mostly other titles' reviews speak are left out. */
export async function profiledTones(
  profiles: Pick<TitleProfilesRepository, 'newestProfiles'>,
): Promise<ProfiledTones> {
  const newest = await profiles.newestProfiles();
  return new Map(
    newest.flatMap(({ titleId, profile }) => {
      const { cleaned } = profile as KeptProfile;
      if (cleaned.evidence !== 'own-reviews') return [];
      return [[titleId, Object.fromEntries(cleaned.tones.map(({ tone, value }) => [tone, value]))] as const];
    }),
  );
}

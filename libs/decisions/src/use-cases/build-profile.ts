import type { MembersRepository } from '@keyart/db';
import { buildTasteProfile } from '@keyart/features';
import { MemberNotFoundError } from '../errors';

/** What became of a profile. */
export interface BuiltProfile {
  readonly profileVersion: string;
  /** Whether it differs from the one before; scores of the old one are then no longer served. */
  readonly isChanged: boolean;
}

/** Use case: builds a member's taste profile from the history and keeps it. */
export class BuildProfile {
  constructor(private readonly members: Pick<MembersRepository, 'findById' | 'history' | 'saveProfile'>) {}

  /**
   * Rebuilds the profile; nothing is written when it is the one there is.
   * @throws MemberNotFoundError
   */
  async run(memberId: string): Promise<BuiltProfile> {
    const member = await this.members.findById(memberId);
    if (!member) throw new MemberNotFoundError();
    const profile = buildTasteProfile(await this.members.history(memberId));
    const isChanged = member.profile === null || member.profileVersion !== profile.version;
    if (isChanged) await this.members.saveProfile(memberId, profile.version, profile);
    return { profileVersion: profile.version, isChanged };
  }
}

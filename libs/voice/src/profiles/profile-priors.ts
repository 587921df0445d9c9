import type { Clock } from '@keyart/common';
import type { TitleProfilesRepository } from '@keyart/db';
import { fitProfilePrior, type ProfilePrior } from '@keyart/profiles';
import type { KeptSums } from './kept-profile';

const KEPT_MS = 10 * 60_000;

/** What titles are shrunk to, learnt from the newest profiles of all of them; kept for some minutes. */
export class ProfilePriors {
  private kept: { readonly prior: Promise<ProfilePrior>; readonly untilMs: number } | null = null;

  constructor(
    private readonly profiles: Pick<TitleProfilesRepository, 'newestSums'>,
    private readonly clock: Clock,
  ) {}

  async current(): Promise<ProfilePrior> {
    const nowMs = this.clock.nowMs();
    if (!this.kept || this.kept.untilMs <= nowMs) {
      const prior = this.learn();
      const kept = (this.kept = { prior, untilMs: nowMs + KEPT_MS });
      prior.catch(() => {
        if (this.kept === kept) this.kept = null;
      });
    }
    return this.kept.prior;
  }

  /** Forgets what is kept, so that the next one is learnt from what profiles say now. */
  forget(): void {
    this.kept = null;
  }

  private async learn(): Promise<ProfilePrior> {
    const titles = await this.profiles.newestSums();
    return fitProfilePrior(
      titles.map(({ microGenre, sums }) => ({ group: microGenre, sums: sums as KeptSums })),
    );
  }
}

import { contentHash, type Clock, type ProgressListener } from '@keyart/common';
import type { AnalysedReview } from '@keyart/contracts';
import type {
  DueTitle,
  ReviewStateChange,
  TitleProfilesRepository,
  TitleReviewsRepository,
} from '@keyart/db';
import { assessTitle, profileOf, sentimentSums, trendOf, type AssessedTitle } from '@keyart/profiles';
import { profiledReviewOf, type KeptProfile } from './kept-profile';
import type { ProfilePriors } from './profile-priors';

/** What the use case stands on. */
export interface UpdateProfilesParts {
  readonly reviews: Pick<TitleReviewsRepository, 'readTitle' | 'saveAssessment'>;
  readonly profiles: Pick<
    TitleProfilesRepository,
    'due' | 'clear' | 'markAll' | 'newest' | 'save' | 'microGenreOf'
  >;
  readonly priors: ProfilePriors;
  readonly clock: Clock;
  /** Told of every review that came into a profile for the first time, from its receipt; unset: nobody. */
  readonly onLag?: (lagMs: number) => void;
}

/** How a run goes. */
export interface ProfilesRun {
  /** All titles with reviews, after priors were learnt anew; unset: those whose reviews have changed. */
  readonly isAll?: boolean;
  readonly onProgress?: ProgressListener;
}

/** Titles looked up at once; each is built on its own. */
const PAGE_COUNT = 50;
const VERSION_LENGTH = 16;

/**
 * Use case: builds the profiles of the titles whose reviews have changed, from all of their reviews, so that copies, bombing and erasures are always
 * seen whole. Two workers that build the same title do the same.
 */
export class UpdateProfiles {
  constructor(private readonly parts: UpdateProfilesParts) {}

  async run({ isAll = false, onProgress }: ProfilesRun = {}): Promise<{ readonly profileCount: number }> {
    const { profiles, priors } = this.parts;
    if (isAll) {
      priors.forget();
      await profiles.markAll(this.now());
    }
    for (let profileCount = 0; ;) {
      const due = await profiles.due(PAGE_COUNT);
      if (due.length === 0) return { profileCount };
      for (const title of due) {
        await this.update(title);
        profileCount++;
        onProgress?.(profileCount / (profileCount + due.length), `${profileCount} titles`);
      }
    }
  }

  private async update(title: DueTitle): Promise<void> {
    const { reviews, profiles } = this.parts;
    const stored = await reviews.readTitle(title.titleId);
    const assessed = assessTitle(stored.map(profiledReviewOf));
    await this.keep(title.titleId, stored, assessed);
    const at = this.now();
    const fresh = stored.filter(({ profiledAt }) => profiledAt === null);
    const firstSeen = fresh.map(({ reviewId }) => reviewId);
    await reviews.saveAssessment({ firstSeen, changes: changesOf(stored, assessed), at });
    await profiles.clear(title);
    for (const { receivedAt } of fresh) this.parts.onLag?.(at.getTime() - receivedAt.getTime());
  }

  /** A profile that says the same as the newest one is not kept again. */
  private async keep(
    titleId: string,
    stored: readonly AnalysedReview[],
    assessed: AssessedTitle,
  ): Promise<void> {
    const { profiles, priors } = this.parts;
    const [prior, microGenre, newest] = await Promise.all([
      priors.current(),
      profiles.microGenreOf(titleId),
      profiles.newest(titleId),
    ]);
    const sums = sentimentSums(assessed.cleaned);
    const context = { prior, group: microGenre };
    const cleaned = profileOf(sums, context);
    const profile: KeptProfile = {
      ...{ cleaned, raw: profileOf(sentimentSums(assessed.raw), context) },
      ...{ copyCount: assessed.copyCount, quarantinedCount: assessed.quarantined.size },
      ...{ bombings: assessed.bombings, trend: trendOf(assessed.cleaned, prior, cleaned.polarity.value) },
    };
    if (newest && isSame(newest.profile, profile)) return;
    const builtAt = this.now();
    const hash = contentHash(`${titleId}/${builtAt.getTime()}/${JSON.stringify(profile)}`, VERSION_LENGTH);
    const engineVersion = stored.at(-1)?.engineVersion ?? null;
    await profiles.save({
      version: `profile-${hash}`,
      titleId,
      microGenre,
      engineVersion,
      profile,
      sums,
      builtAt,
    });
  }

  private now(): Date {
    return new Date(this.parts.clock.nowMs());
  }
}

/** PostgreSQL keeps the keys of JSON in an order of its own. */
function isSame(kept: unknown, made: unknown): boolean {
  if (typeof made !== 'object' || made === null) return kept === made;
  if (typeof kept !== 'object' || kept === null) return false;
  const [a, b] = [kept as Record<string, unknown>, made as Record<string, unknown>];
  const keys = Object.keys(b);
  return keys.length === Object.keys(a).length && keys.every((key) => isSame(a[key], b[key]));
}

function changesOf(stored: readonly AnalysedReview[], { quarantined }: AssessedTitle): ReviewStateChange[] {
  return stored.flatMap(({ reviewId, state }): ReviewStateChange[] => {
    const signs = quarantined.get(reviewId);
    if (signs && state === 'analysed') return [{ reviewId, state: 'quarantined', reason: signs.join(', ') }];
    return !signs && state === 'quarantined' ? [{ reviewId, state: 'analysed', reason: null }] : [];
  });
}

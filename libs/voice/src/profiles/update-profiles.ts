import { contentHash, type Clock, type ProgressListener } from '@keyart/common';
import type { AnalysedReview, TitleProfileRecord } from '@keyart/contracts';
import type {
  DueTitle,
  ReviewStateChange,
  TitleProfilesRepository,
  TitleReviewsRepository,
} from '@keyart/db';
import {
  assessTitle,
  profileOf,
  sentimentSums,
  trendOf,
  type AssessedTitle,
  type ProfilePrior,
} from '@keyart/profiles';
import { profiledReviewOf, type KeptProfile, type KeptSums } from './kept-profile';
import type { ProfilePriors } from './profile-priors';

/** What the use case stands on. */
export interface UpdateProfilesParts {
  readonly reviews: Pick<TitleReviewsRepository, 'readTitles' | 'saveAssessment'>;
  readonly profiles: Pick<TitleProfilesRepository, 'due' | 'clear' | 'markAll' | 'newestOf' | 'save'>;
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

/** Titles built together, so that a crowd of small ones costs few statements … */
const PAGE_COUNT = 100;
/** … but for large ones, of which so many reviews are in memory at most (or those of one title). */
const MOST_REVIEWS = 50_000;
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
      const group = groupOf(due);
      await this.update(group);
      profileCount += group.length;
      onProgress?.(profileCount / (profileCount + due.length), `${profileCount} titles`);
    }
  }

  private async update(titles: readonly DueTitle[]): Promise<void> {
    const { reviews, profiles, priors } = this.parts;
    const ids = titles.map(({ titleId }) => titleId);
    const [stored, newest, prior] = await Promise.all([
      reviews.readTitles(ids),
      profiles.newestOf(ids),
      priors.current(),
    ]);
    const at = this.now();
    const built = titles.map((title) => build(title, stored.get(title.titleId) ?? [], { prior, at }));
    await profiles.save(
      built.flatMap(({ record }) =>
        isSame(newest.get(record.titleId)?.profile, record.profile) ? [] : [record],
      ),
    );
    const fresh = built.flatMap((one) => one.fresh);
    const firstSeen = fresh.map(({ reviewId }) => reviewId);
    const seenAt = this.now();
    await reviews.saveAssessment({ firstSeen, changes: built.flatMap(({ changes }) => changes), at: seenAt });
    await profiles.clear(titles);
    for (const { receivedAt } of fresh) this.parts.onLag?.(seenAt.getTime() - receivedAt.getTime());
  }

  private now(): Date {
    return new Date(this.parts.clock.nowMs());
  }
}

interface BuiltProfile {
  readonly record: TitleProfileRecord<KeptProfile, KeptSums>;
  /** Reviews that no profile had seen. */
  readonly fresh: readonly AnalysedReview[];
  readonly changes: readonly ReviewStateChange[];
}

function build(
  { titleId, microGenre }: DueTitle,
  stored: readonly AnalysedReview[],
  { prior, at }: { readonly prior: ProfilePrior; readonly at: Date },
): BuiltProfile {
  const assessed = assessTitle(stored.map(profiledReviewOf));
  const sums = sentimentSums(assessed.cleaned);
  const context = { prior, group: microGenre };
  const cleaned = profileOf(sums, context);
  const profile: KeptProfile = {
    ...{ cleaned, raw: profileOf(sentimentSums(assessed.raw), context) },
    ...{ copyCount: assessed.copyCount, quarantinedCount: assessed.quarantined.size },
    ...{ bombings: assessed.bombings, trend: trendOf(assessed.cleaned, prior, cleaned.polarity.value) },
  };
  const hash = contentHash(`${titleId}/${at.getTime()}/${JSON.stringify(profile)}`, VERSION_LENGTH);
  const engineVersion = stored.at(-1)?.engineVersion ?? null;
  return {
    record: { version: `profile-${hash}`, titleId, microGenre, engineVersion, profile, sums, builtAt: at },
    fresh: stored.filter(({ profiledAt }) => profiledAt === null),
    changes: changesOf(stored, assessed),
  };
}

/** The first of the titles, as many as fit into memory together; at least one. */
function groupOf(due: readonly DueTitle[]): readonly DueTitle[] {
  let reviewCount = 0;
  const end = due.findIndex((title) => (reviewCount += title.reviewCount) > MOST_REVIEWS);
  return end === -1 ? due : due.slice(0, Math.max(1, end));
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

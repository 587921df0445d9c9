import type { Clock } from '@keyart/common';
import type { AnalysedReview, TitleProfileRecord } from '@keyart/contracts';
import type { TitleProfilesRepository, TitleReviewsRepository, TitlesRepository } from '@keyart/db';
import {
  isAskedFor,
  NO_SENTIMENT,
  priorOfTitle,
  profileOf,
  representatives,
  sentimentSums,
  trendOf,
  type ProfiledReview,
  type ReviewFilter,
} from '@keyart/profiles';
import { profiledReviewOf, type KeptProfile } from './kept-profile';
import type { ProfilePriors } from './profile-priors';

/** What profiles are read from. */
export interface ReadTitleSentimentParts {
  readonly titles: Pick<TitlesRepository, 'findById'>;
  readonly reviews: Pick<TitleReviewsRepository, 'readTitle'>;
  readonly profiles: Pick<TitleProfilesRepository, 'newest' | 'microGenreOf'>;
  readonly priors: ProfilePriors;
  readonly clock: Clock;
}

/** Which part of a title's reviews is asked for. */
export interface SentimentQuestion {
  readonly country?: string;
  readonly segment?: string;
  readonly windowDays?: number;
}

/** A profile and where it comes from; nulls: no review has been counted yet. */
export interface TitleSentiment extends KeptProfile {
  readonly titleId: string;
  readonly titleName: string;
  readonly year: number | null;
  readonly version: string | null;
  readonly engineVersion: string | null;
  readonly builtAt: Date | null;
  readonly microGenre: string | null;
}

/** A profile, or why there is none. */
export type SentimentOutcome =
  | { readonly kind: 'found'; readonly sentiment: TitleSentiment }
  | { readonly kind: 'unknown-title' }
  | { readonly kind: 'too-few-in-segment'; readonly leastCount: number };

const DAY_MS = 86_400_000;
/** Fewer would show what single people said. */
const LEAST_SEGMENT_COUNT = 50;

/** Profiles of titles as they are kept; of a country, segment or window from the title's reviews. */
export class ReadTitleSentiment {
  constructor(private readonly parts: ReadTitleSentimentParts) {}

  async run(titleId: string, question: SentimentQuestion = {}): Promise<SentimentOutcome> {
    const title = await this.parts.titles.findById(titleId);
    if (!title) return { kind: 'unknown-title' };
    const newest = (await this.parts.profiles.newest(titleId)) as TitleProfileRecord<KeptProfile> | null;
    const whole = newest?.profile ?? (await this.unreviewed(titleId));
    const part = Object.values(question).some((value) => value !== undefined)
      ? await this.part(titleId, whole, question)
      : whole;
    if (part === null) return { kind: 'too-few-in-segment', leastCount: LEAST_SEGMENT_COUNT };
    const { version = null, engineVersion = null, builtAt = null } = newest ?? {};
    const microGenre = newest ? newest.microGenre : await this.parts.profiles.microGenreOf(titleId);
    const about = { titleId, titleName: title.name, year: title.year, microGenre };
    return { kind: 'found', sentiment: { ...part, ...about, version, engineVersion, builtAt } };
  }

  private async unreviewed(titleId: string): Promise<KeptProfile> {
    const [prior, group] = await Promise.all([
      this.parts.priors.current(),
      this.parts.profiles.microGenreOf(titleId),
    ]);
    const nothing = profileOf(NO_SENTIMENT, { prior, group });
    return { cleaned: nothing, raw: nothing, copyCount: 0, quarantinedCount: 0, bombings: [], trend: [] };
  }

  /** Null: too few reviews of a segment. What is held back and what is a copy is told among all reviews of the title. */
  private async part(
    titleId: string,
    whole: KeptProfile,
    { country, segment, windowDays }: SentimentQuestion,
  ): Promise<KeptProfile | null> {
    const fromMs = windowDays === undefined ? undefined : this.parts.clock.nowMs() - windowDays * DAY_MS;
    const stored = await this.parts.reviews.readTitle(titleId);
    const filter = { country, segment, fromMs };
    const cleaned = asked(
      stored.filter(({ state }) => state === 'analysed'),
      filter,
    );
    const raw = asked(stored, filter);
    if (segment !== undefined && raw.counted.length < LEAST_SEGMENT_COUNT) return null;
    const prior = await this.parts.priors.current();
    const figures = (reviews: readonly ProfiledReview[], of: KeptProfile['cleaned']) =>
      profileOf(sentimentSums(reviews), { prior: priorOfTitle(of, prior), group: null });
    const profile = figures(cleaned.counted, whole.cleaned);
    return {
      ...{ cleaned: profile, raw: figures(raw.counted, whole.raw), copyCount: cleaned.copyCount },
      quarantinedCount: stored.filter(
        (review) => review.state === 'quarantined' && isAskedFor(profiledReviewOf(review), filter),
      ).length,
      bombings: whole.bombings,
      trend: trendOf(cleaned.counted, prior, profile.polarity.value),
    };
  }
}

interface Asked {
  readonly counted: readonly ProfiledReview[];
  readonly copyCount: number;
}

function asked(stored: readonly AnalysedReview[], filter: ReviewFilter): Asked {
  const all = stored.map(profiledReviewOf);
  const kept = new Set(representatives(all));
  const given = all.filter((review) => isAskedFor(review, filter));
  const counted = given.filter((review) => kept.has(review));
  return { counted, copyCount: given.length - counted.length };
}

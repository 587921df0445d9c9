import type { Provider } from '@nestjs/common';
import { TitleProfilesRepository, TitleReviewsRepository } from '@keyart/db';
import { AnalyseReviews, ProfilePriors, UpdateProfiles } from '@keyart/voice';
import { NoSentimentError } from './no-sentiment.error';
import type { WorkerDependencies } from './worker-dependencies';

/** Stands in for the engine where there is none: every reading then fails for good, saying why, and reviews go on waiting. */
const absentEngine = {
  version: 'none',
  read: (): Promise<never> => Promise.reject(new NoSentimentError()),
};

/** The use cases that read reviews and build profiles. */
export function reviewProviders({
  database,
  sentiment,
  clock,
  logger,
  onReviewProfiled: onLag,
}: WorkerDependencies): Provider[] {
  const reviews = new TitleReviewsRepository(database);
  const profiles = new TitleProfilesRepository(database);
  const analyse = new AnalyseReviews({ reviews, engine: sentiment ?? absentEngine, clock, logger });
  const priors = new ProfilePriors(profiles, clock);
  const update = new UpdateProfiles({ reviews, profiles, priors, clock, ...(onLag && { onLag }) });
  return [
    { provide: AnalyseReviews, useValue: analyse },
    { provide: UpdateProfiles, useValue: update },
  ];
}

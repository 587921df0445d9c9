import { Module } from '@nestjs/common';
import type { Clock } from '@keyart/common';
import { TitleProfilesRepository, TitleReviewsRepository, TitlesRepository, type Database } from '@keyart/db';
import { ProfilePriors, ReadTitleSentiment, TakeReviews } from '@keyart/voice';
import type { ApiParts } from '../core/api-parts';
import { API_PARTS, CLOCK, DATABASE } from '../core/tokens';
import { ReviewsController } from './reviews.controller';
import { SentimentController } from './sentiment.controller';
import { TitleSentimentController } from './title-sentiment.controller';

@Module({
  controllers: [ReviewsController, SentimentController, TitleSentimentController],
  providers: [
    {
      provide: TakeReviews,
      inject: [API_PARTS, CLOCK],
      useFactory: ({ database, jobs, logger }: ApiParts, clock: Clock) =>
        new TakeReviews({ reviews: new TitleReviewsRepository(database), jobs, clock, logger }),
    },
    {
      provide: ReadTitleSentiment,
      inject: [DATABASE, CLOCK],
      useFactory: (database: Database, clock: Clock) => {
        const profiles = new TitleProfilesRepository(database);
        return new ReadTitleSentiment({
          ...{ titles: new TitlesRepository(database), reviews: new TitleReviewsRepository(database) },
          ...{ profiles, priors: new ProfilePriors(profiles, clock), clock },
        });
      },
    },
  ],
  exports: [ReadTitleSentiment],
})
export class ReviewsModule {}

import { Module } from '@nestjs/common';
import { LocalisationModule } from '../localisation/localisation.module';
import { AudiencePageController } from './audience/audience-page.controller';
import { MapPageController } from './map-page.controller';
import { MapPages } from './map-pages';
import { MicroGenrePageController } from './micro-genre-page.controller';
import { MicroGenrePages } from './micro-genre-pages';
import { ReviewsModule } from '../reviews/reviews.module';
import { PagesController } from './pages.controller';
import { SentimentPageController } from './sentiment/sentiment-page.controller';
import { ViewerPages } from './viewer-pages';

@Module({
  imports: [LocalisationModule, ReviewsModule],
  controllers: [
    PagesController,
    AudiencePageController,
    MapPageController,
    MicroGenrePageController,
    SentimentPageController,
  ],
  providers: [ViewerPages, MapPages, MicroGenrePages],
})
export class PagesModule {}

import { Module } from '@nestjs/common';
import { MapPageController } from './map-page.controller';
import { MapPages } from './map-pages';
import { MicroGenrePageController } from './micro-genre-page.controller';
import { MicroGenrePages } from './micro-genre-pages';
import { PagesController } from './pages.controller';
import { ViewerPages } from './viewer-pages';

@Module({
  controllers: [PagesController, MapPageController, MicroGenrePageController],
  providers: [ViewerPages, MapPages, MicroGenrePages],
})
export class PagesModule {}

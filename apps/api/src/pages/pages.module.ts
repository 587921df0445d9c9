import { Module } from '@nestjs/common';
import { MapPageController } from './map-page.controller';
import { MapPages } from './map-pages';
import { PagesController } from './pages.controller';
import { ViewerPages } from './viewer-pages';

@Module({ controllers: [PagesController, MapPageController], providers: [ViewerPages, MapPages] })
export class PagesModule {}

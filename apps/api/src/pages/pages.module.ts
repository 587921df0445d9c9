import { Module } from '@nestjs/common';
import { PagesController } from './pages.controller';
import { ViewerPages } from './viewer-pages';

@Module({ controllers: [PagesController], providers: [ViewerPages] })
export class PagesModule {}

import { Module } from '@nestjs/common';
import { LocalisationModule } from '../localisation/localisation.module';
import { AudiencePageController } from './audience/audience-page.controller';
import { PagesController } from './pages.controller';
import { ViewerPages } from './viewer-pages';

@Module({
  imports: [LocalisationModule],
  controllers: [PagesController, AudiencePageController],
  providers: [ViewerPages],
})
export class PagesModule {}

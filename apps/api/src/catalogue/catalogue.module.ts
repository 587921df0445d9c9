import { Module } from '@nestjs/common';
import { ArtworksController } from './artworks.controller';
import { CatalogueWriter } from './catalogue-writer';
import { DerivativeAnswers } from './derivative-answers';
import { PictureUploadsController } from './picture-uploads.controller';
import { PictureUrlsController } from './picture-urls.controller';
import { PicturesController } from './pictures.controller';
import { ReadingStarter } from './reading-starter';
import { ReadingsController } from './readings.controller';
import { TitlesController } from './titles.controller';

@Module({
  controllers: [
    TitlesController,
    ArtworksController,
    PicturesController,
    PictureUploadsController,
    PictureUrlsController,
    ReadingsController,
  ],
  providers: [CatalogueWriter, DerivativeAnswers, ReadingStarter],
  exports: [CatalogueWriter],
})
export class CatalogueModule {}

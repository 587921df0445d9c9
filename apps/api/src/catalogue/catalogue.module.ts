import { Module } from '@nestjs/common';
import { ArtworksController } from './artworks.controller';
import { CatalogueWriter } from './catalogue-writer';
import { PicturesController } from './pictures.controller';
import { ReadingStarter } from './reading-starter';
import { ReadingsController } from './readings.controller';
import { TitlesController } from './titles.controller';

@Module({
  controllers: [TitlesController, ArtworksController, PicturesController, ReadingsController],
  providers: [CatalogueWriter, ReadingStarter],
})
export class CatalogueModule {}

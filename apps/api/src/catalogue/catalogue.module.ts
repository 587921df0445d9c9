import { Module } from '@nestjs/common';
import { ArtworksController } from './artworks.controller';
import { CatalogueWriter } from './catalogue-writer';
import { PictureUploadsController } from './picture-uploads.controller';
import { PicturesController } from './pictures.controller';
import { TitlesController } from './titles.controller';

@Module({
  controllers: [TitlesController, ArtworksController, PicturesController, PictureUploadsController],
  providers: [CatalogueWriter],
})
export class CatalogueModule {}

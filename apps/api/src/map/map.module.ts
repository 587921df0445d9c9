import { Module } from '@nestjs/common';
import { MapController } from './map.controller';
import { SimilarTitlesController } from './similar-titles.controller';

@Module({ controllers: [MapController, SimilarTitlesController] })
export class MapModule {}

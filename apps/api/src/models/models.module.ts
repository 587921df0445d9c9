import { Module } from '@nestjs/common';
import { ModelsController } from './models.controller';
import { RankerReleases } from './ranker-releases';

@Module({ controllers: [ModelsController], providers: [RankerReleases] })
export class ModelsModule {}

import { Module } from '@nestjs/common';
import { MicroGenresController } from './micro-genres.controller';
import { TitleMicroGenresController } from './title-micro-genres.controller';

@Module({ controllers: [MicroGenresController, TitleMicroGenresController] })
export class MicroGenresModule {}

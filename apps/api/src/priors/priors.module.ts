import { Module } from '@nestjs/common';
import { ArtworksRepository, ModelVersionsRepository, TitlesRepository } from '@keyart/db';
import { TitlePriorsReader } from '@keyart/insights';
import { provided } from '../core/provided';
import { PriorsController } from './priors.controller';

@Module({
  controllers: [PriorsController],
  providers: [
    provided(
      TitlePriorsReader,
      [TitlesRepository, ArtworksRepository, ModelVersionsRepository],
      (titles, artworks, models) => new TitlePriorsReader({ titles, artworks, models }),
    ),
  ],
})
export class PriorsModule {}

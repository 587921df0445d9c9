import { Module } from '@nestjs/common';
import type { Configuration } from '@keyart/common';
import { FramePictures, VideoFolder } from '@keyart/insights';
import { CatalogueModule } from '../catalogue/catalogue.module';
import { provided } from '../core/provided';
import { CONFIGURATION } from '../core/tokens';
import { AnalysedVideos } from './analysed-videos';
import { FramesController } from './frames.controller';
import { PlaybackController } from './playback.controller';
import { TitleVideosController } from './title-videos.controller';
import { VideosController } from './videos.controller';

/** Videos of titles, what was found in them, and frames that become artworks. */
@Module({
  imports: [CatalogueModule],
  controllers: [TitleVideosController, VideosController, FramesController, PlaybackController],
  providers: [
    AnalysedVideos,
    {
      provide: VideoFolder,
      useFactory: (configuration: Configuration) => VideoFolder.of(configuration),
      inject: [CONFIGURATION],
    },
    provided(FramePictures, [VideoFolder], (folder) => new FramePictures(folder)),
  ],
  exports: [AnalysedVideos, FramePictures],
})
export class VideosModule {}

import { Module } from '@nestjs/common';
import { VideoPageController } from './video-page.controller';
import { VideosModule } from './videos.module';

@Module({ imports: [VideosModule], controllers: [VideoPageController] })
export class VideoPagesModule {}

import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { FfmpegCheck } from './ffmpeg-check';
import { HealthController } from './health.controller';
import { Readiness } from './readiness';

@Module({
  imports: [TerminusModule.forRoot({ logger: false })],
  controllers: [HealthController],
  providers: [Readiness, FfmpegCheck],
})
export class HealthModule {}

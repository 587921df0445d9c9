import type { Provider } from '@nestjs/common';
import { VideosRepository } from '@keyart/db';
import { AnalyseKeptVideo, FramePictures, VideoFolder } from '@keyart/insights';
import type { WorkerDependencies } from './worker-dependencies';

/** The use case that analyses videos. */
export function videoProviders(dependencies: WorkerDependencies): Provider[] {
  const { configuration, database, vision, clock, logger } = dependencies;
  const folder = VideoFolder.of(configuration);
  const analyse = new AnalyseKeptVideo({
    ...{ folder, pictures: new FramePictures(folder), clock, logger },
    videos: new VideosRepository(database),
    features: (picture) => vision.reader.read(picture),
  });
  return [{ provide: AnalyseKeptVideo, useValue: analyse }];
}

import type { Provider } from '@nestjs/common';
import { DescribePicture, EmbedCaptions, JudgePicture, ReadPicture, RereadPictures } from '@keyart/catalog';
import {
  ArtworkReadingsRepository,
  ArtworksRepository,
  CaptionEmbeddingsRepository,
  TitlesRepository,
} from '@keyart/db';
import { PictureFlows, queueOptions } from '@keyart/queue';
import { ClosingPictureFlows } from './closing-picture-flows';
import type { WorkerDependencies } from './worker-dependencies';

/** The steps of an artwork's flow, and what starts flows. */
export function readingProviders(dependencies: WorkerDependencies): Provider[] {
  const { database, databaseUrl, configuration, pictures: store, vision, clock, catalogue } = dependencies;
  const artworks = new ArtworksRepository(database);
  const titles = new TitlesRepository(database);
  const readings = new ArtworkReadingsRepository(database);
  const found = { artworks, titles, readings };
  const { reader, describer, embedder } = vision;
  const embeddings = new CaptionEmbeddingsRepository(database);
  const likeness = (one: string, other: string): Promise<number | null> => vision.likeness(one, other);
  const options = queueOptions({ queueUrl: configuration.QUEUE_URL, databaseUrl });
  return [
    { provide: ReadPicture, useValue: new ReadPicture({ artworks, readings, store, reader, clock }) },
    { provide: DescribePicture, useValue: new DescribePicture({ ...found, store, describer }) },
    { provide: JudgePicture, useValue: new JudgePicture({ ...found, likeness }) },
    { provide: EmbedCaptions, useValue: new EmbedCaptions({ catalogue, embeddings, embedder, clock }) },
    { provide: PictureFlows, useFactory: () => new ClosingPictureFlows(options) },
    { provide: RereadPictures, useFactory: rereadPictures, inject: [PictureFlows] },
  ];

  function rereadPictures(flows: PictureFlows): RereadPictures {
    const { versions } = reader;
    return new RereadPictures({ readings, versions, start: (id, urgency) => flows.start(id, urgency) });
  }
}

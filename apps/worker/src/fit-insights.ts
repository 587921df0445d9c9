import { regionOf } from '@keyart/audience';
import { COUNTRY_CODES } from '@keyart/contracts';
import {
  LogRepository,
  MembersRepository,
  ModelVersionsRepository,
  ShotPlaybackRepository,
  TasteVersionsRepository,
  TitleProfilesRepository,
  VideosRepository,
} from '@keyart/db';
import { FitInsights, type InsightFacts } from '@keyart/decisions';
import { AudienceModels, FrameEngagement, KeepTransferModel } from '@keyart/insights';
import { profiledTones } from '@keyart/voice';
import type { WorkerDependencies } from './worker-dependencies';

/** The use case over the worker's parts. */
export function fitInsights(dependencies: WorkerDependencies): FitInsights {
  const { database, catalogue, clock } = dependencies;
  const models = new ModelVersionsRepository(database);
  const profiles = new TitleProfilesRepository(database);
  const keep = new KeepTransferModel({ models, clock, tones: () => profiledTones(profiles) });
  return new FitInsights({
    log: new LogRepository(database),
    members: new MembersRepository(database),
    tastes: new TasteVersionsRepository(database),
    ...{ models, catalogue, clock },
    onFit: async (learnt) => void (await keep.run(learnt)),
    facts: () => factsOf(dependencies),
  });
}

/** What is known now of the scenes that artworks were taken from, and of regions that countries belong to. */
async function factsOf({ database }: WorkerDependencies): Promise<InsightFacts> {
  const videos = new VideosRepository(database);
  const playback = new ShotPlaybackRepository(database);
  const audience = await new AudienceModels(new ModelVersionsRepository(database)).current();
  const known = COUNTRY_CODES.flatMap((country) => {
    const region = audience && regionOf(country, audience);
    return region === null ? [] : [[country, region] as const];
  });
  return {
    scenes: await new FrameEngagement({ videos, playback }).ofArtworks(),
    regionOf: Object.fromEntries(known),
  };
}

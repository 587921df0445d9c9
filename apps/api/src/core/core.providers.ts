import type { Provider } from '@nestjs/common';
import { CatalogueCache } from '@keyart/catalog';
import {
  ApiKeysRepository,
  ArtworksRepository,
  DecisionsRepository,
  EventsRepository,
  MembersRepository,
  ModelVersionsRepository,
  ServingContextRepository,
  TitlesRepository,
  type Database,
} from '@keyart/db';
import { DecisionService, ServingModels, servingParametersOf } from '@keyart/decisions';
import { KeyRing } from '../access/key-ring';
import type { ApiOptions } from './api-options';
import type { ApiParts } from './api-parts';
import { CLOCK, CONFIGURATION, DATABASE, JOB_PRODUCER, LOGGER, PICTURE_STORE } from './tokens';

const REPOSITORIES = [
  ApiKeysRepository,
  ArtworksRepository,
  DecisionsRepository,
  EventsRepository,
  MembersRepository,
  ModelVersionsRepository,
  ServingContextRepository,
  TitlesRepository,
];

/** Everything the feature modules share: the libraries' parts, each under its class or token. */
export function coreProviders({ configuration, clock }: ApiOptions, parts: ApiParts): Provider[] {
  const { database, jobs, pictures, logger } = parts;
  return [
    { provide: CONFIGURATION, useValue: configuration },
    { provide: CLOCK, useValue: clock },
    { provide: LOGGER, useValue: logger },
    { provide: DATABASE, useValue: database },
    { provide: JOB_PRODUCER, useValue: jobs },
    { provide: PICTURE_STORE, useValue: pictures },
    ...REPOSITORIES.map((repository) => ({
      provide: repository,
      useFactory: (db: Database) => new repository(db),
      inject: [DATABASE],
    })),
    {
      provide: KeyRing,
      useFactory: (keys: ApiKeysRepository) => new KeyRing({ keys, clock, logger }),
      inject: [ApiKeysRepository],
    },
    {
      provide: CatalogueCache,
      useFactory: (titles: TitlesRepository, artworks: ArtworksRepository) =>
        new CatalogueCache({ titles, artworks, logger }),
      inject: [TitlesRepository, ArtworksRepository],
    },
    {
      provide: ServingModels,
      useFactory: (models: ModelVersionsRepository) => new ServingModels({ models, llm: parts.llm, logger }),
      inject: [ModelVersionsRepository],
    },
    decisionService({ configuration, clock }, parts),
  ];
}

function decisionService({ configuration, clock }: ApiOptions, parts: ApiParts): Provider {
  return {
    provide: DecisionService,
    useFactory: (
      ...[catalogue, context, decisions, models]: [
        CatalogueCache,
        ServingContextRepository,
        DecisionsRepository,
        ServingModels,
      ]
    ) =>
      new DecisionService({
        ...{ catalogue, context, decisions, models, clock, logger: parts.logger },
        parameters: servingParametersOf(configuration),
        samplingSalt: configuration.ASSIGNMENT_SALT,
        ...(parts.inlineScorer && { inlineScorer: parts.inlineScorer }),
      }),
    inject: [CatalogueCache, ServingContextRepository, DecisionsRepository, ServingModels],
  };
}

import type { Provider } from '@nestjs/common';
import { CatalogueCache } from '@keyart/catalog';
import { MemberPseudonyms, pseudonymSecret, type Clock } from '@keyart/common';
import {
  ApiKeysRepository,
  ArtworkReadingsRepository,
  ArtworkScoresRepository,
  ArtworksRepository,
  AuditRepository,
  DecisionsRepository,
  ErasuresRepository,
  EvaluationsRepository,
  EventsRepository,
  ExperimentsRepository,
  ExposuresRepository,
  MarketObservationsRepository,
  MemberDataRepository,
  MembersRepository,
  MicroGenresRepository,
  ModelVersionsRepository,
  PrecomputeRunsRepository,
  PreferencesRepository,
  ServingContextRepository,
  ShadowDecisionsRepository,
  TitleMapsRepository,
  ShotPlaybackRepository,
  TitlesRepository,
  VideosRepository,
} from '@keyart/db';
import {
  AssignmentCache,
  CaptionVectors,
  DecisionService,
  RankerInlineScorer,
  ScoreWriteBehind,
  insightsOn,
  ServingModels,
  StudentTier,
  servingParametersOf,
  sliceSharesOf,
  type InlineScorer,
  type DecisionListener,
} from '@keyart/decisions';
import { ExperimentSums, ReportExperiment } from '@keyart/experiments';
import { KeyRing } from '../access/key-ring';
import type { ApiOptions } from './api-options';
import type { ApiParts } from './api-parts';
import { derivativeProviders } from './derivative-providers';
import { Draining } from './draining';
import { provided } from './provided';
import { studentVectors } from './student-vectors';
import { CLOCK, CONFIGURATION, DATABASE, JOB_PRODUCER, LOGGER, PICTURE_STORE } from './tokens';

const REPOSITORIES = [
  MarketObservationsRepository,
  ApiKeysRepository,
  ArtworkReadingsRepository,
  ArtworksRepository,
  AuditRepository,
  DecisionsRepository,
  ErasuresRepository,
  EvaluationsRepository,
  EventsRepository,
  ExperimentsRepository,
  ExposuresRepository,
  MemberDataRepository,
  MembersRepository,
  MicroGenresRepository,
  ModelVersionsRepository,
  PrecomputeRunsRepository,
  PreferencesRepository,
  ServingContextRepository,
  TitleMapsRepository,
  ShotPlaybackRepository,
  TitlesRepository,
  VideosRepository,
];

/** Everything the feature modules share: the libraries' parts, each under its class or token. */
export function coreProviders(options: ApiOptions, parts: ApiParts): Provider[] {
  const { database, jobs, pictures, logger, catalogue, metrics } = parts;
  const { configuration, clock } = options;
  return [
    { provide: CONFIGURATION, useValue: configuration },
    { provide: CLOCK, useValue: clock },
    { provide: LOGGER, useValue: logger },
    { provide: DATABASE, useValue: database },
    { provide: JOB_PRODUCER, useValue: jobs },
    { provide: PICTURE_STORE, useValue: pictures },
    { provide: CatalogueCache, useValue: catalogue },
    { provide: Draining, useValue: new Draining() },
    { provide: MemberPseudonyms, useValue: new MemberPseudonyms(pseudonymSecret(configuration)) },
    ...metrics.providers(),
    ...REPOSITORIES.map((repository) => ({ provide: repository, useValue: new repository(database) })),
    provided(ReportExperiment, [ExperimentsRepository], (experiments) => {
      return new ReportExperiment({ experiments, sums: new ExperimentSums(database) });
    }),
    provided(KeyRing, [ApiKeysRepository], (keys) => new KeyRing({ keys, clock, logger })),
    provided(
      ServingModels,
      [ModelVersionsRepository],
      (models) =>
        new ServingModels({
          ...{ models, llm: parts.llm, isLlmOff: configuration.LLM === 'off', logger },
          insights: insightsOn(configuration),
        }),
    ),
    assignmentCache(configuration, parts),
    { provide: CaptionVectors, useValue: studentVectors(parts.student, parts) },
    ...derivativeProviders(options, parts),
    decisionService(options, parts, metrics.decisions),
  ];
}

function assignmentCache(configuration: ApiOptions['configuration'], { logger }: ApiParts): Provider {
  const slices = sliceSharesOf(configuration);
  const salt = configuration.ASSIGNMENT_SALT;
  return provided(
    AssignmentCache,
    [ExperimentsRepository],
    (experiments) => new AssignmentCache({ experiments, slices, salt, logger }),
  );
}

function decisionService(
  { configuration, clock }: ApiOptions,
  parts: ApiParts,
  listener: DecisionListener,
): Provider {
  const { database, logger, catalogue, student } = parts;
  const inlineScorer = inlineScorerOf(parts, clock);
  const shadows = new ShadowDecisionsRepository(database);
  return provided(
    DecisionService,
    [ServingContextRepository, DecisionsRepository, ServingModels, AssignmentCache, CaptionVectors],
    (...[context, decisions, models, assignments, vectors]) =>
      new DecisionService({
        ...{ catalogue, context, decisions, models, assignments, clock, logger, listener },
        parameters: servingParametersOf(configuration),
        samplingSalt: configuration.ASSIGNMENT_SALT,
        shadow: { shadows, fraction: configuration.SHADOW_FRACTION },
        ...(inlineScorer && { inlineScorer }),
        ...(student && { student: new StudentTier({ student, vectors, logger }) }),
      }),
  );
}

function inlineScorerOf(
  { inlineRanker: ranker, database, logger }: ApiParts,
  clock: Clock,
): InlineScorer | null {
  if (!ranker) return null;
  const kept = new ScoreWriteBehind(new ArtworkScoresRepository(database), logger);
  return new RankerInlineScorer({ ranker, kept, clock });
}

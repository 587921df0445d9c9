import { CatalogueCache } from '@keyart/catalog';
import { createLogger, ManualClock } from '@keyart/common';
import {
  ArtworkScoresRepository,
  ArtworksRepository,
  DecisionsRepository,
  EventsRepository,
  ExperimentsRepository,
  LogRepository,
  MembersRepository,
  ModelVersionsRepository,
  PreferencesRepository,
  RewardsRepository,
  ServingContextRepository,
  TasteVersionsRepository,
  TitleReviewsRepository,
  TitlesRepository,
  type Database,
} from '@keyart/db';
import {
  AssignmentCache,
  DecisionService,
  ServingModels,
  type DecisionServiceParts,
  type InlineScorer,
} from '@keyart/decisions';
import { ArtworkRanker, CHATML_TEMPLATE } from '@keyart/llm';
import type { LlmCalibration, ServingParameters, SliceShares } from '@keyart/ranking';
import { EVENING } from '../support/record.factory';
import type { MadeCatalogue } from './catalogue.factory';
import { HashingLabelScorer } from './hashing-label-scorer.fake';

/** Everything of the serving path over a real database, with a fake model and a clock that stands still. */
export interface ServingWorld {
  readonly clock: ManualClock;
  readonly catalogue: CatalogueCache;
  readonly models: ServingModels;
  readonly assignments: AssignmentCache;
  readonly ranker: ArtworkRanker;
  readonly scorer: HashingLabelScorer;
  readonly service: DecisionService;
  /** The service with some parts replaced. */
  with(parts: Partial<DecisionServiceParts>): DecisionService;
  readonly repositories: ReturnType<typeof repositoriesOf>;
}

/** What a world is made of. */
export interface ServingWorldOptions {
  readonly database: Database;
  readonly catalogue: MadeCatalogue;
  readonly parameters?: Partial<ServingParameters>;
  /** Default: none. */
  readonly slices?: SliceShares;
  readonly newDecisionId?: DecisionServiceParts['newDecisionId'];
  readonly inlineScorer?: InlineScorer;
}

/** Parameters as configured by default. */
export const DEFAULT_PARAMETERS: ServingParameters = {
  gamma: 100,
  epsilon: 0.05,
  stickyMinimumMs: 30 * 60_000,
  stickyMargin: 0.02,
};

const NO_SLICES: SliceShares = { uniform: 0, popular: 0, 'not-personalised': 0 };
const CALIBRATION: LlmCalibration = { temperature: 1, labelMassThreshold: 0.5, slotPrior: {} };

/** Stores the catalogue and wires the serving path over it. */
export async function aServingWorld(options: ServingWorldOptions): Promise<ServingWorld> {
  const repositories = repositoriesOf(options.database);
  for (const title of options.catalogue.titles) await repositories.titles.upsert(title);
  for (const artwork of options.catalogue.artworks) await repositories.artworks.upsert(artwork);
  const logger = createLogger('test', 'silent');
  const clock = new ManualClock(EVENING.getTime());
  const catalogue = new CatalogueCache({ ...repositories, logger });
  await catalogue.refresh();
  const scorer = new HashingLabelScorer();
  const model = { formulation: 'pointwise', historyTokens: 150 } as const;
  const ranker = new ArtworkRanker({ scorer, model, template: CHATML_TEMPLATE });
  const llm = { modelVersion: ranker.modelVersion, calibration: CALIBRATION };
  const models = new ServingModels({ models: repositories.models, llm, logger });
  await models.refresh();
  const assignments = assignmentsOf(options, repositories.experiments);
  await assignments.refresh();
  const { newDecisionId, inlineScorer } = options;
  const parts: DecisionServiceParts = {
    ...{ catalogue, models, assignments, clock, logger, newDecisionId, inlineScorer, samplingSalt: 'test' },
    context: repositories.context,
    decisions: repositories.decisions,
    parameters: { ...DEFAULT_PARAMETERS, ...options.parameters },
  };
  const withParts = (over: Partial<DecisionServiceParts>): DecisionService =>
    new DecisionService({ ...parts, ...over });
  const service = withParts({});
  return {
    ...{ clock, catalogue, models, assignments, ranker, scorer, repositories },
    service,
    with: withParts,
  };
}

function assignmentsOf({ slices }: ServingWorldOptions, experiments: ExperimentsRepository): AssignmentCache {
  const logger = createLogger('test', 'silent');
  return new AssignmentCache({ experiments, slices: slices ?? NO_SLICES, salt: 'test', logger });
}

/** One of each repository the serving path and the use cases need. */
export function repositoriesOf(database: Database) {
  return {
    titles: new TitlesRepository(database),
    artworks: new ArtworksRepository(database),
    members: new MembersRepository(database),
    context: new ServingContextRepository(database),
    decisions: new DecisionsRepository(database),
    events: new EventsRepository(database),
    experiments: new ExperimentsRepository(database),
    rewards: new RewardsRepository(database),
    scores: new ArtworkScoresRepository(database),
    models: new ModelVersionsRepository(database),
    log: new LogRepository(database),
    tastes: new TasteVersionsRepository(database),
    preferences: new PreferencesRepository(database),
    reviews: new TitleReviewsRepository(database),
  };
}

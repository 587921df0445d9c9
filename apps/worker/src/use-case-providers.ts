import { getQueueToken } from '@nestjs/bullmq';
import type { Provider } from '@nestjs/common';
import { ASPECTS, JOB_NAMES } from '@keyart/contracts';
import {
  AttributeRewards,
  BuildProfile,
  EraseMember,
  FitInsights,
  insightLines,
  insightsOn,
  PromoteModels,
  PurgeExpired,
  RegisteredLlms,
  ScoreMemberByAll,
  TrainProductionModels,
  type ScoringLlm,
} from '@keyart/decisions';
import {
  ArtworkScoresRepository,
  AuditRepository,
  ErasuresRepository,
  ExperimentsRepository,
  ExpiredDataRepository,
  MemberDataRepository,
  MembersRepository,
  ModelVersionsRepository,
  RewardsRepository,
  ServingContextRepository,
  ShadowDecisionsRepository,
} from '@keyart/db';
import { ExperimentSums, WatchExperiments } from '@keyart/experiments';
import { openLlm, withAdapter, type OpenedLlm } from '@keyart/llm';
import { MemberJobs } from '@keyart/queue';
import type { Queue } from 'bullmq';
import { ClosingLlms } from './closing-llms';
import { fitInsights } from './fit-insights';
import { NoLlmError } from './no-llm.error';
import { trainProductionModels } from './train-production-models';
import type { WorkerDependencies } from './worker-dependencies';

/** Stands in for the ranker where there is no LLM: every precompute job then fails for good, saying why. */
const absentRanker = {
  modelVersion: 'none',
  rank: (): Promise<never> => Promise.reject(new NoLlmError()),
};

function registeredLlms({
  configuration,
  database,
  llm: configured,
  logger,
}: WorkerDependencies): RegisteredLlms {
  return new RegisteredLlms({
    ...{ models: new ModelVersionsRepository(database), configured, logger },
    open: (adapterFile) => openLlm({ configuration: withAdapter(configuration, adapterFile), logger }),
  });
}

function orAbsent(llms: readonly OpenedLlm[]): readonly ScoringLlm[] {
  return llms.length > 0 ? llms : [{ ranker: absentRanker, model: { formulation: 'pointwise' } }];
}

function scoreMember(dependencies: WorkerDependencies, llms: RegisteredLlms): ScoreMemberByAll {
  const { configuration, database, catalogue, clock } = dependencies;
  return new ScoreMemberByAll({
    members: new MembersRepository(database),
    context: new ServingContextRepository(database),
    scores: new ArtworkScoresRepository(database),
    catalogue,
    wanted: async () => orAbsent(await llms.wanted()),
    titleLines: () => insightLines(new ModelVersionsRepository(database), insightsOn(configuration)),
    locales: configuration.PRECOMPUTE_LOCALES,
    aspects: ASPECTS.filter((aspect) => configuration.PRECOMPUTE_ASPECTS?.includes(aspect) ?? true),
    clock,
  });
}

function purgeExpired({ database, configuration, clock }: WorkerDependencies): PurgeExpired {
  return new PurgeExpired({
    expired: new ExpiredDataRepository(database),
    retentionDays: configuration.RETENTION_DAYS,
    auditRetentionDays: configuration.AUDIT_RETENTION_DAYS,
    clock,
  });
}

function promoteModels({ configuration, database, clock }: WorkerDependencies): PromoteModels {
  const { PROMOTION_MIN_DECISIONS: leastDecisionCount, PROMOTION_TOLERANCE: tolerance } = configuration;
  return new PromoteModels({
    models: new ModelVersionsRepository(database),
    shadows: new ShadowDecisionsRepository(database),
    rule: { leastDecisionCount, tolerance },
    clock,
  });
}

function watchExperiments({ database, clock }: WorkerDependencies): WatchExperiments {
  return new WatchExperiments({
    experiments: new ExperimentsRepository(database),
    sums: new ExperimentSums(database),
    audit: new AuditRepository(database),
    clock,
  });
}

function eraseMember({ database, configuration, clock }: WorkerDependencies): Provider {
  return {
    provide: EraseMember,
    useFactory: (...queues: Queue[]) => {
      const jobs = new MemberJobs(queues);
      return new EraseMember({
        erasures: new ErasuresRepository(database),
        data: new MemberDataRepository(database),
        jobs: { remove: (memberId) => jobs.remove(memberId, 'erase-member') },
        graceMs: configuration.ERASURE_GRACE_MS,
        clock,
      });
    },
    inject: JOB_NAMES.map((name) => getQueueToken(name)),
  };
}

/** The use cases that processors call, built from the worker's dependencies. */
export function useCaseProviders(dependencies: WorkerDependencies): Provider[] {
  const { database, configuration, clock } = dependencies;
  const rewards = new RewardsRepository(database);
  const windowMs = configuration.REWARD_WINDOW_MS;
  const llms = registeredLlms(dependencies);
  return [
    { provide: BuildProfile, useValue: new BuildProfile(new MembersRepository(database)) },
    { provide: ClosingLlms, useValue: new ClosingLlms(llms) },
    { provide: ScoreMemberByAll, useValue: scoreMember(dependencies, llms) },
    { provide: AttributeRewards, useValue: new AttributeRewards({ rewards, windowMs, clock }) },
    { provide: PromoteModels, useValue: promoteModels(dependencies) },
    { provide: FitInsights, useValue: fitInsights(dependencies) },
    { provide: TrainProductionModels, useValue: trainProductionModels(dependencies) },
    { provide: WatchExperiments, useValue: watchExperiments(dependencies) },
    { provide: PurgeExpired, useValue: purgeExpired(dependencies) },
    eraseMember(dependencies),
  ];
}

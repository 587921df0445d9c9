import { BullModule } from '@nestjs/bullmq';
import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { JOB_NAMES } from '@keyart/contracts';
import { queueOptions } from '@keyart/queue';
import { evaluationProviders } from './evaluation-providers';
import { HandBack } from './hand-back';
import { precomputeRunProviders } from './precompute-run-providers';
import { ProcessorAudit } from './processor-audit';
import { AnalyseVideoProcessor } from './processors/analyse-video.processor';
import { AnalyseReviewsProcessor } from './processors/analyse-reviews.processor';
import { AttributeRewardsProcessor } from './processors/attribute-rewards.processor';
import { BuildProfileProcessor } from './processors/build-profile.processor';
import { DescribePictureProcessor } from './processors/describe-picture.processor';
import { EmbedCaptionsProcessor } from './processors/embed-captions.processor';
import { EraseMemberProcessor } from './processors/erase-member.processor';
import { EvaluateLogProcessor } from './processors/evaluate-log.processor';
import { JudgePictureProcessor } from './processors/judge-picture.processor';
import { PrecomputeArtworkProcessor } from './processors/precompute-artwork.processor';
import { PrecomputeMembersProcessor } from './processors/precompute-members.processor';
import { PrecomputeScoresProcessor } from './processors/precompute-scores.processor';
import { PurgeExpiredProcessor } from './processors/purge-expired.processor';
import { RebuildMapProcessor } from './processors/rebuild-map.processor';
import { PromoteModelsProcessor } from './processors/promote-models.processor';
import { ReadPictureProcessor } from './processors/read-picture.processor';
import { RereadPicturesProcessor } from './processors/reread-pictures.processor';
import { FitInsightsProcessor } from './processors/fit-insights.processor';
import { TrainBaselineProcessor } from './processors/train-baseline.processor';
import { UpdateProfilesProcessor } from './processors/update-profiles.processor';
import { WatchExperimentsProcessor } from './processors/watch-experiments.processor';
import { mapProviders } from './map-providers';
import { readingProviders } from './reading-providers';
import { reviewProviders } from './review-providers';
import { ScheduleKeeper } from './schedules/schedule-keeper';
import { CONFIGURATION, JOB_LISTENER, OPENED_LLM } from './tokens';
import { useCaseProviders } from './use-case-providers';
import { videoProviders } from './video-providers';
import type { WorkerDependencies } from './worker-dependencies';

const PROCESSORS = [
  AnalyseReviewsProcessor,
  AnalyseVideoProcessor,
  AttributeRewardsProcessor,
  BuildProfileProcessor,
  DescribePictureProcessor,
  EmbedCaptionsProcessor,
  EraseMemberProcessor,
  EvaluateLogProcessor,
  JudgePictureProcessor,
  PrecomputeArtworkProcessor,
  PrecomputeMembersProcessor,
  PrecomputeScoresProcessor,
  PurgeExpiredProcessor,
  PromoteModelsProcessor,
  ReadPictureProcessor,
  RebuildMapProcessor,
  RereadPicturesProcessor,
  FitInsightsProcessor,
  TrainBaselineProcessor,
  UpdateProfilesProcessor,
  WatchExperimentsProcessor,
];

/** The worker: one processor a job, the use cases they call, and the queue's connection. */
@Module({})
export class WorkerModule {
  static with(dependencies: WorkerDependencies): DynamicModule {
    const { configuration, databaseUrl } = dependencies;
    const options = queueOptions({ queueUrl: configuration.QUEUE_URL, databaseUrl });
    return {
      module: WorkerModule,
      imports: [
        BullModule.forRoot(options),
        BullModule.registerQueue(...JOB_NAMES.map((name) => ({ name }))),
        DiscoveryModule,
      ],
      providers: [
        ...PROCESSORS,
        ...useCaseProviders(dependencies),
        ...precomputeRunProviders(dependencies),
        ...readingProviders(dependencies),
        ...mapProviders(dependencies),
        ...evaluationProviders(dependencies),
        ...videoProviders(dependencies),
        ...reviewProviders(dependencies),
        { provide: OPENED_LLM, useValue: dependencies.llm },
        { provide: JOB_LISTENER, useValue: dependencies.listener ?? { tried: () => undefined } },
        HandBack,
        { provide: CONFIGURATION, useValue: configuration },
        ProcessorAudit,
        ScheduleKeeper,
      ],
    };
  }
}

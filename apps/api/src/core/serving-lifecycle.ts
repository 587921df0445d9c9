import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CatalogueCache, Derivatives } from '@keyart/catalog';
import { messageOf } from '@keyart/common';
import { AssignmentCache, CaptionVectors, DecisionService, ServingModels } from '@keyart/decisions';
import type { ApiParts } from './api-parts';
import { API_PARTS } from './tokens';

const REFRESH_INTERVAL_MS = 2_000;
const RETRY_INTERVAL_MS = 1_000;

/** Loads what decisions need before the first request, keeps it fresh, and lets go of it at the end. */
@Injectable()
export class ServingLifecycle implements OnApplicationBootstrap, OnApplicationShutdown {
  private retry: NodeJS.Timeout | null = null;

  constructor(
    private readonly catalogue: CatalogueCache,
    private readonly models: ServingModels,
    private readonly assignments: AssignmentCache,
    private readonly vectors: CaptionVectors,
    private readonly decisions: DecisionService,
    private readonly derivatives: Derivatives,
    @Inject(API_PARTS) private readonly parts: ApiParts,
  ) {}

  /** A database that is not there yet does not end the process: `/health/ready` tells, and the load is tried again. */
  async onApplicationBootstrap(): Promise<void> {
    try {
      await this.catalogue.start(REFRESH_INTERVAL_MS);
      await this.models.start(REFRESH_INTERVAL_MS);
      await this.assignments.start(REFRESH_INTERVAL_MS);
      await this.vectors.start(REFRESH_INTERVAL_MS);
    } catch (error) {
      this.parts.logger.warn(
        { reason: messageOf(error) },
        'catalogue, models and experiments could not be loaded yet',
      );
      this.retry = setTimeout(() => void this.onApplicationBootstrap(), RETRY_INTERVAL_MS).unref();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.retry) clearTimeout(this.retry);
    this.models.stop();
    this.assignments.stop();
    this.vectors.stop();
    await this.decisions.settled();
    await this.derivatives.settled();
    await this.parts.close();
  }
}

import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { projectRoot, type Clock, type Configuration, type Logger } from '@keyart/common';
import type { ModelHead } from '@keyart/contracts';
import { ModelVersionsRepository } from '@keyart/db';
import {
  GatesFailedError,
  RankerUnfitError,
  ReleaseRanker,
  ServingModels,
  type PromotedRanker,
  type PromoteRankerRequest,
  type RolledBack,
} from '@keyart/decisions';
import { describeRanker, LlmInputError } from '@keyart/llm';
import { CLOCK, CONFIGURATION, LOGGER } from '../core/tokens';
import { ProblemException } from '../problems/problem.exception';

const ADAPTERS = path.join(projectRoot(), 'models', 'adapters');

/** Releases of LLM rankers. This replica serves what changed at once, others at their next look at the registry. */
@Injectable()
export class RankerReleases {
  private readonly releases: ReleaseRanker;

  constructor(
    models: ModelVersionsRepository,
    private readonly serving: ServingModels,
    @Inject(CLOCK) clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.releases = new ReleaseRanker({ models, clock });
  }

  /** @throws ProblemException 409 saying why it cannot be opened here, with the code of what is wrong */
  register(adapter: string): Promise<ModelHead> {
    const { configuration, logger } = this;
    const file = path.join(ADAPTERS, `${adapter}.gguf`);
    return this.changed(async () =>
      this.releases.register(await describeRanker({ configuration, logger }, file)),
    );
  }

  /** @throws ProblemException 404, or 409 naming the gates that do not pass */
  promote(request: PromoteRankerRequest): Promise<PromotedRanker> {
    return this.changed(() => this.releases.promote(request));
  }

  /** @throws ProblemException 404 when no registered ranker serves */
  rollback(): Promise<RolledBack> {
    return this.changed(() => this.releases.rollback());
  }

  private async changed<T>(act: () => Promise<T>): Promise<T> {
    try {
      const done = await act();
      await this.serving.refresh();
      return done;
    } catch (error) {
      const isRefusal = [GatesFailedError, RankerUnfitError, LlmInputError].some(
        (type) => error instanceof type,
      );
      if (isRefusal) throw new ProblemException('conflict', (error as Error).message, { cause: error });
      throw error;
    }
  }
}

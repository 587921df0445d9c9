import type { CatalogueCache, PictureStore } from '@keyart/catalog';
import type { Clock, Configuration, Logger } from '@keyart/common';
import type { Database } from '@keyart/db';
import type { Student } from '@keyart/decisions';
import type { OpenedLlm } from '@keyart/llm';
import type { JobListener } from '@keyart/queue';
import type { SentimentEngine } from '@keyart/sentiment';
import type { Vision } from '@keyart/vision';

/** What a worker is built on; the process that boots it owns and closes these. */
export interface WorkerDependencies {
  readonly configuration: Configuration;
  readonly database: Database;
  readonly databaseUrl: string;
  readonly catalogue: CatalogueCache;
  readonly pictures: PictureStore;
  readonly vision: Vision;
  /** Null: the LLM tier is out, and precompute jobs say so. */
  readonly llm: OpenedLlm | null;
  /** Hybrids are learnt from it, too; null or unset: none is configured. */
  readonly student?: Student | null;
  /** Reads reviews; null or unset: they wait. */
  readonly sentiment?: SentimentEngine | null;
  /** Told how long a review took from its receipt to the first profile that has seen it; unset: nobody. */
  readonly onReviewProfiled?: (lagMs: number) => void;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told how jobs go; unset: nobody. */
  readonly listener?: JobListener;
}

import type { Configuration, Logger } from '@keyart/common';
import type { LlmListener } from '../resilience/llm-listener';

/** What `openLlm` reads. */
export interface OpenLlmOptions {
  readonly configuration: Configuration;
  /** Path of the model manifest; unset: models/manifest.json of this project. */
  readonly manifestPath?: string;
  readonly logger: Logger;
  /** Hears of calls to an endpoint, and of label masses wherever the model runs. */
  readonly listener?: LlmListener;
}

import type { Logger } from '@keyart/common';
import { EmbeddedLabelScorer } from '../embedded/embedded-label-scorer';
import { embeddedModelVersion, type EmbeddedOptions } from '../embedded/embedded-options';
import type { LabelScorer } from '../label-scorer';
import type { LlmModel } from '../manifest/llm-model';
import type { LlmListener } from '../resilience/llm-listener';
import { LazyLabelScorer } from './lazy-label-scorer';

/** An embedded model of the manifest and its checked file. */
export interface EmbeddedScorerOptions {
  readonly model: LlmModel;
  readonly file: { readonly path: string; readonly sha256: string };
  readonly timeoutMs: number;
  readonly logger: Logger;
  readonly listener?: LlmListener;
}

const DEFAULT_BATCH_TOKENS = 512;

/** The embedded model, loaded at its first use. */
export function embeddedScorer({ model, file, ...rest }: EmbeddedScorerOptions): LabelScorer {
  const options: EmbeddedOptions = {
    modelPath: file.path,
    sha256: file.sha256,
    modelId: model.id,
    contextTokens: model.contextTokens,
    batchTokens: model.batchTokens ?? DEFAULT_BATCH_TOKENS,
    ...rest,
  };
  return new LazyLabelScorer(embeddedModelVersion(options), () => EmbeddedLabelScorer.start(options));
}

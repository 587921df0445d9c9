import type { Logger } from '@keyart/common';
import { mergeAdapter } from '../adapter/merge-adapter';
import type { RankingAdapter } from '../adapter/ranking-adapter';
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
  /** What the model was post-trained to, checked; null: nothing. */
  readonly adapter: RankingAdapter | null;
  /** Where models with an adapter inside are kept. */
  readonly mergedFolder: string;
  readonly timeoutMs: number;
  readonly logger: Logger;
  readonly listener?: LlmListener;
}

const DEFAULT_BATCH_TOKENS = 512;

/** The embedded model, loaded at its first use; an adapter is merged into it at the first use on this machine. */
export function embeddedScorer(wanted: EmbeddedScorerOptions): LabelScorer {
  const { model, file, adapter, mergedFolder: folder, ...rest } = wanted;
  const options: EmbeddedOptions = {
    modelPath: file.path,
    sha256: file.sha256,
    adapterSha256: adapter?.sha256,
    modelId: model.id,
    contextTokens: model.contextTokens,
    batchTokens: model.batchTokens ?? DEFAULT_BATCH_TOKENS,
    ...rest,
  };
  return new LazyLabelScorer(embeddedModelVersion(options), async () => {
    const modelPath = adapter ? await mergeAdapter({ base: file, adapter, folder }) : file.path;
    return EmbeddedLabelScorer.start({ ...options, modelPath });
  });
}

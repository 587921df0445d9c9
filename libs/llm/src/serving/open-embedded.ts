import path from 'node:path';
import { InputError, locateModelFiles, type Configuration } from '@keyart/common';
import { openRankingAdapter, type AdapterPlace, type RankingAdapter } from '../adapter/ranking-adapter';
import type { LabelScorer } from '../label-scorer';
import type { LlmModel } from '../manifest/llm-model';
import { templateVersionOf } from '../prompt/template-version';
import { promptSettingsOf } from '../prompt/prompt-settings-of';
import { embeddedScorer } from './embedded-scorer';
import type { OpenLlmOptions } from './open-llm-options';

/** The embedded model, or in one line why there is none. */
export type OpenEmbeddedAnswer =
  | {
      readonly kind: 'opened';
      readonly scorer: LabelScorer;
      readonly adapter: RankingAdapter | null;
    }
  | { readonly kind: 'missing'; readonly reason: string };

type Options = OpenLlmOptions & Required<Pick<OpenLlmOptions, 'manifestPath'>>;

interface CheckedFile {
  readonly path: string;
  readonly sha256: string;
}

/** The embedded model of the manifest with its ranking adapter, if its file is here and the adapter fits. */
export async function openEmbedded(options: Options, model: LlmModel): Promise<OpenEmbeddedAnswer> {
  const { configuration, manifestPath, logger, listener } = options;
  const files = await locateModelFiles(manifestPath, configuration.MODEL_FILES);
  const found = files.find(({ id }) => id === model.file);
  if (!found?.path) return { kind: 'missing', reason: `model file ${model.file} is not on this machine` };
  const file = { path: found.path, sha256: found.sha256 };
  const adapter = await adapterOf(options, model, file);
  if (adapter instanceof InputError)
    return { kind: 'missing', reason: `${adapter.code}: ${adapter.message}` };
  const scorer = embeddedScorer({
    ...{ model, file, adapter, logger, listener },
    mergedFolder: mergedFolder(configuration),
    timeoutMs: configuration.LLM_TIMEOUT_MS,
  });
  return { kind: 'opened', scorer, adapter };
}

async function adapterOf(
  { configuration, manifestPath }: Options,
  model: LlmModel,
  base: CheckedFile,
): Promise<RankingAdapter | InputError | null> {
  const place = adapterPlace(configuration, manifestPath, model);
  if (!place) return null;
  const { formulation } = model;
  const fit = { base, formulation, templateVersion: templateVersionOf(promptSettingsOf(model)) };
  try {
    return await openRankingAdapter(place, fit);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

function adapterPlace(
  { RANKING_ADAPTER }: Configuration,
  manifestPath: string,
  { rankingAdapter }: LlmModel,
): AdapterPlace | null {
  if (RANKING_ADAPTER === 'off') return null;
  if (RANKING_ADAPTER) return { file: path.resolve(RANKING_ADAPTER) };
  if (!rankingAdapter) return null;
  return { file: path.join(path.dirname(manifestPath), rankingAdapter.path), sha256: rankingAdapter.sha256 };
}

function mergedFolder({ MODEL_CACHE, KEYART_HOME }: Configuration): string {
  return MODEL_CACHE ?? path.join(KEYART_HOME, 'models');
}

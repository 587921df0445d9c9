import path from 'node:path';
import { locateModelFiles, projectRoot, type Configuration, type Logger } from '@keyart/common';
import type { LabelScorer } from '../label-scorer';
import { loadLlmModels } from '../manifest/load-model-manifest';
import type { LlmCalibration, LlmModel } from '../manifest/llm-model';
import { templateByName } from '../prompt/templates';
import { ArtworkRanker } from '../rank/artwork-ranker';
import type { LlmListener } from '../resilience/llm-listener';
import { embeddedScorer } from './embedded-scorer';
import { endpointScorer } from './endpoint-scorer';

const MANIFEST = path.join(projectRoot(), 'models/manifest.json');

/** The LLM this process serves with; the model itself is loaded at its first use. */
export interface OpenedLlm {
  readonly ranker: ArtworkRanker;
  readonly scorer: LabelScorer;
  readonly model: LlmModel;
  readonly calibration: LlmCalibration;
}

/** An LLM, or in one line why there is none. */
export type OpenLlmAnswer =
  | { readonly kind: 'opened'; readonly llm: OpenedLlm }
  | { readonly kind: 'missing'; readonly reason: string };

/** What `openLlm` reads. */
export interface OpenLlmOptions {
  readonly configuration: Configuration;
  /** Path of the model manifest; unset: models/manifest.json of this project. */
  readonly manifestPath?: string;
  readonly logger: Logger;
  /** Hears of calls to an endpoint, and of label masses wherever the model runs. */
  readonly listener?: LlmListener;
}

/**
 * Chooses the LLM: the endpoint of `LLM_URL` where that is set, else the embedded model where its file is here.
 * @throws LlmInputError `LLM_BAD_MANIFEST`; InputError `BAD_MODEL_MANIFEST`
 */
export async function openLlm(options: OpenLlmOptions): Promise<OpenLlmAnswer> {
  const { configuration, manifestPath = MANIFEST } = options;
  if (configuration.LLM === 'off') return { kind: 'missing', reason: 'LLM=off' };
  const wanted = configuration.LLM_URL ? 'endpoint' : 'embedded';
  const model = (await loadLlmModels(manifestPath)).find(({ adapter }) => adapter === wanted);
  if (!model) return { kind: 'missing', reason: `${manifestPath} names no ${wanted} model` };
  const scorer =
    wanted === 'endpoint'
      ? endpointScorer(configuration, options.listener)
      : await openEmbedded(options, model);
  if (typeof scorer === 'string') return { kind: 'missing', reason: scorer };
  const ranker = new ArtworkRanker({ scorer, model, template: templateByName(model.template) });
  return { kind: 'opened', llm: { ranker, scorer, model, calibration: model.calibration } };
}

async function openEmbedded(options: OpenLlmOptions, model: LlmModel): Promise<LabelScorer | string> {
  const files = await locateModelFiles(options.manifestPath ?? MANIFEST, options.configuration.MODEL_FILES);
  const file = files.find(({ id }) => id === model.file);
  if (!file?.path) return `model file ${model.file} is not on this machine`;
  const { path, sha256 } = file;
  return embeddedScorer({
    model,
    file: { path, sha256 },
    timeoutMs: options.configuration.LLM_TIMEOUT_MS,
    logger: options.logger,
    listener: options.listener,
  });
}

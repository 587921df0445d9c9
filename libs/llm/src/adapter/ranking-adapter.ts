import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { describeFault, messageOf, readCheckedJson } from '@keyart/common';
import type { Formulation } from '@keyart/contracts';
import type { GgufHeader } from '../gguf/gguf-header';
import { readGgufHeader } from '../gguf/read-gguf-header';
import { GgufCutOff } from '../gguf/gguf-cursor';
import { AdapterCard } from './adapter-card';
import { adapterError } from './adapter-error';
import { loraTensorsOf, type LoraTensor } from './lora-tensors';

/** What an adapter must have been made for. */
export interface AdapterFit {
  readonly base: { readonly path: string; readonly sha256: string };
  readonly formulation: Formulation;
  readonly templateVersion: string;
}

/** Where an adapter lies, and its hash where the manifest names it. */
export interface AdapterPlace {
  readonly file: string;
  readonly sha256?: string;
}

/** An adapter that fits. */
export interface RankingAdapter {
  readonly file: string;
  readonly sha256: string;
  readonly card: AdapterCard;
  readonly baseHeader: GgufHeader;
  readonly tensors: readonly LoraTensor[];
}

/**
 * Reads an adapter's card and file and compares them with what serves, before anything is served.
 * @throws LlmInputError `LLM_BAD_ADAPTER`, `LLM_ADAPTER_FORMULATION`, `LLM_ADAPTER_TEMPLATE`, `LLM_ADAPTER_BASE`,
 * `LLM_ADAPTER_CHECKSUM`, `LLM_ADAPTER_SHAPE`, each naming the file
 */
export async function openRankingAdapter(place: AdapterPlace, fit: AdapterFit): Promise<RankingAdapter> {
  const { file } = place;
  const card = await readCard(file);
  requireFit(file, card, fit);
  await requireBytes(place, card);
  const adapter = await headerOf(file);
  requireMetadata(file, adapter, fit);
  const baseHeader = await readGgufHeader(fit.base.path).catch((error: unknown) => {
    throw adapterError('adapterShape', file, `has a model file that cannot be read: ${messageOf(error)}`);
  });
  const tensors = loraTensorsOf({ file, adapter, base: baseHeader });
  return { file, sha256: card.file.sha256, card, baseHeader, tensors };
}

async function readCard(file: string): Promise<AdapterCard> {
  const cardFile = file.replace(/(\.gguf)?$/, '.json');
  const { value, faults } = await readCheckedJson(cardFile, AdapterCard);
  if (value && faults.length === 0) return value;
  throw adapterError(
    'badAdapter',
    file,
    `has a bad card, ${cardFile}: ${faults.map(describeFault).join('; ')}`,
  );
}

function requireFit(file: string, card: AdapterCard, fit: AdapterFit): void {
  requireSame(file, 'adapterFormulation', [card.formulation, fit.formulation]);
  requireSame(file, 'adapterTemplate', [card.templateVersion, fit.templateVersion]);
  requireSame(file, 'adapterBase', [card.base.sha256, fit.base.sha256]);
}

/** What the exporter wrote into the file itself must not say anything else than the card. */
function requireMetadata(file: string, { metadata }: GgufHeader, fit: AdapterFit): void {
  const said = (key: string, otherwise: string): string => String(metadata.get(key) ?? otherwise);
  const { formulation, templateVersion, base } = fit;
  requireSame(file, 'adapterFormulation', [said('keyart.formulation', formulation), formulation]);
  requireSame(file, 'adapterTemplate', [said('keyart.template_version', templateVersion), templateVersion]);
  requireSame(file, 'adapterBase', [said('keyart.base_sha256', base.sha256), base.sha256]);
}

const FOR = {
  adapterFormulation: 'the formulation',
  adapterTemplate: 'prompts of template version',
  adapterBase: 'the model file with sha256',
} as const;

function requireSame(
  file: string,
  fault: keyof typeof FOR,
  [made, served]: readonly [made: string, served: string],
): void {
  if (made === served) return;
  throw adapterError(fault, file, `was trained for ${FOR[fault]} ${made}, this service has ${served}`);
}

async function requireBytes({ file, sha256 }: AdapterPlace, card: AdapterCard): Promise<void> {
  const { sizeBytes, sha256: told } = card.file;
  if (sha256 && sha256 !== told)
    throw adapterError('adapterChecksum', file, `has sha256 ${told} on its card, ${sha256} in the manifest`);
  const { size } = await stat(file).catch((error: unknown) => {
    throw adapterError('badAdapter', file, `cannot be read: ${messageOf(error)}`);
  });
  if (size !== sizeBytes)
    throw adapterError('adapterChecksum', file, `has ${size} bytes instead of ${sizeBytes}`);
  const actual = await sha256Of(file);
  if (actual !== told) throw adapterError('adapterChecksum', file, `has sha256 ${actual} instead of ${told}`);
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

async function headerOf(file: string): Promise<GgufHeader> {
  try {
    return await readGgufHeader(file);
  } catch (error) {
    const fault = error instanceof GgufCutOff ? 'adapterChecksum' : 'badAdapter';
    throw adapterError(fault, file, `cannot be read: ${messageOf(error)}`);
  }
}

import { readFile } from 'node:fs/promises';
import { messageOf } from '@keyart/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { LLM_INPUT_CODES, LlmInputError } from '../errors';
import { LlmModel } from './llm-model';

/**
 * The language models of `models/manifest.json`, validated.
 * @param path of the manifest file
 * @throws LlmInputError `LLM_BAD_MANIFEST` naming file, entry and field
 */
export async function loadLlmModels(path: string): Promise<LlmModel[]> {
  return parseLlmModels(await readJson(path), path);
}

/**
 * The `llms` of a parsed manifest.
 * @param source named in errors
 * @throws LlmInputError `LLM_BAD_MANIFEST`
 */
export function parseLlmModels(manifest: unknown, source: string): LlmModel[] {
  const entries = (manifest as { llms?: unknown } | null)?.llms;
  if (!Array.isArray(entries)) throw badManifest(`${source}: "llms" must be a list`);
  return entries.map((entry: unknown, index) => {
    if (typeof entry !== 'object' || entry === null)
      throw badManifest(`${source}: llms[${index}] must be an object`);
    const model = plainToInstance(LlmModel, entry);
    const faults = validateSync(model).flatMap((fault) => describeFault(fault, ''));
    if (faults.length > 0) throw badManifest(`${source}: llms[${index}]: ${faults.join('; ')}`);
    return model;
  });
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch (error) {
    throw badManifest(`${path}: ${messageOf(error)}`, error);
  }
}

function describeFault(fault: ValidationError, parent: string): string[] {
  const own = Object.values(fault.constraints ?? {}).map((text) => `${parent}${text}`);
  return own.concat((fault.children ?? []).flatMap((child) => describeFault(child, `${fault.property}.`)));
}

function badManifest(message: string, cause?: unknown): LlmInputError {
  return new LlmInputError(LLM_INPUT_CODES.badManifest, message, { cause });
}

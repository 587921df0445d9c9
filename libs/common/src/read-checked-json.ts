import { readFile } from 'node:fs/promises';
import { messageOf } from './errors';
import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { FileFault } from './file-fault';

/** A file as it was read; fit to use only where there are no faults. */
export interface CheckedJson<T> {
  /** null where the file is no JSON object at all. */
  readonly value: T | null;
  /** All of them. */
  readonly faults: readonly FileFault[];
}

/**
 * Reads a JSON file and checks it against a class; fields that the class does not know are faults. A byte order mark is passed over.
 * @param file path of the file
 * @param type class whose validation decorators say what is right
 */
export async function readCheckedJson<T extends object>(
  file: string,
  type: ClassConstructor<T>,
): Promise<CheckedJson<T>> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => cause as Error);
  if (typeof text !== 'string') return unusable(`cannot be read (${messageOf(text)})`);
  const json = parsed(text);
  if (json instanceof Error) return unusable(`is no JSON (${json.message})`);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return unusable('is no JSON object');
  const value = plainToInstance(type, json);
  const options = { forbidUnknownValues: true, whitelist: true, forbidNonWhitelisted: true };
  return { value, faults: validateSync(value, options).flatMap((fault) => faultsOf(fault, '')) };
}

function unusable(detail: string): CheckedJson<never> {
  return { value: null, faults: [{ place: '', detail }] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return error;
  }
}

function faultsOf(
  { property, value, constraints = {}, children = [] }: ValidationError,
  parent: string,
): FileFault[] {
  const place = placeOf(parent, property);
  if (value === undefined) return [{ place, detail: 'is missing' }];
  const own = Object.entries(constraints).map(([rule, text]) => ({
    place,
    detail: rule === 'whitelistValidation' ? 'is not a field of this file' : withoutName(text, property),
  }));
  return [...own, ...children.flatMap((child) => faultsOf(child, place))];
}

function placeOf(parent: string, property: string): string {
  if (/^\d+$/.test(property)) return `${parent}[${property}]`;
  return parent === '' ? property : `${parent}.${property}`;
}

function withoutName(text: string, property: string): string {
  return text.startsWith(`${property} `) ? text.slice(property.length + 1) : text;
}

import { readFile } from 'node:fs/promises';
import { InputError, messageOf } from '@keyart/common';
import { plainToInstance } from 'class-transformer';
import {
  ArrayMinSize,
  IsArray,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  Max,
  validateSync,
} from 'class-validator';

/** A prompt and what another implementation read after it. */
export class ParityRow {
  @IsString() @IsNotEmpty() prompt: string;

  /** `[L]`, in the order of `logProbabilities`. */
  @IsArray() @ArrayMinSize(2) @IsString({ each: true }) labels: string[];

  /** `[L]`, natural. */
  @IsArray() @IsNumber({}, { each: true }) @Max(1e-6, { each: true }) logProbabilities: number[];

  /** Prompts that compete, e.g. the candidates of one decision; unset: the prompt's own labels do. */
  @IsOptional() @IsString() group?: string;
}

/**
 * Reads rows of a JSON-lines file.
 * @throws InputError `BAD_PARITY_FILE` naming file and line
 */
export async function readParityRows(file: string): Promise<ParityRow[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new InputError('BAD_PARITY_FILE', `${file} cannot be read: ${messageOf(error)}`);
  });
  const lines = text.split('\n').map((line, index) => ({ line, place: `${file}:${index + 1}` }));
  const rows = lines.filter(({ line }) => line.trim() !== '').map(({ line, place }) => rowOf(line, place));
  if (rows.length === 0) throw new InputError('BAD_PARITY_FILE', `${file} has no prompts`);
  return rows;
}

function rowOf(line: string, place: string): ParityRow {
  const json = parsed(line, place);
  if (typeof json !== 'object' || json === null)
    throw new InputError('BAD_PARITY_FILE', `${place}: is no JSON object`);
  const row = plainToInstance(ParityRow, json);
  const faults = validateSync(row).flatMap(({ constraints = {} }) => Object.values(constraints));
  if (faults.length === 0 && row.labels.length !== row.logProbabilities.length)
    faults.push(`${row.labels.length} labels have ${row.logProbabilities.length} log-probabilities`);
  if (faults.length === 0) return row;
  throw new InputError('BAD_PARITY_FILE', `${place}: ${faults.join('; ')}`);
}

function parsed(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new InputError('BAD_PARITY_FILE', `${place}: ${messageOf(error)}`);
  }
}

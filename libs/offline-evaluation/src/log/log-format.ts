import path from 'node:path';
import { InputError } from '@keyart/common';

const FORMAT_BY_EXTENSION = {
  '.parquet': 'parquet',
  '.csv': 'csv',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
} as const;

/** File formats of a decision log. */
export type LogFormat = (typeof FORMAT_BY_EXTENSION)[keyof typeof FORMAT_BY_EXTENSION];

/** The format a file name asks for. */
export function logFormatOf(file: string): LogFormat {
  const extension = path.extname(file).toLowerCase();
  const format = (FORMAT_BY_EXTENSION as Record<string, LogFormat | undefined>)[extension];
  if (format) return format;
  const known = Object.keys(FORMAT_BY_EXTENSION).join(', ');
  throw new InputError('BAD_LOG_EXTENSION', `--out ${file}: the extension must be one of ${known}`);
}

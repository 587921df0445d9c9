import { InputError } from '@keyart/common';
import type { EvaluationResult } from '@keyart/decision-log';
import { problemText } from './problem-text';

/** What files are called in a request: where they really lie is nobody's business. */
export class GivenNames {
  private readonly names = new Map<string, string>();

  /** @returns the file */
  keep(file: string, name: string): string {
    this.names.set(file, name);
    return file;
  }

  /** A result that names files as they were given. */
  inResult(result: EvaluationResult): EvaluationResult {
    return JSON.parse(this.inText(JSON.stringify(result))) as EvaluationResult;
  }

  /** The same fault, in a text that names files as they were given. */
  inError(error: InputError): InputError {
    return new InputError(error.code, this.inText(problemText(error)), { cause: error });
  }

  private inText(text: string): string {
    return [...this.names].reduce((so, [file, name]) => so.replaceAll(file, name), text);
  }
}

import { TrainingExportError, type TrainingExportErrorCode } from '../errors';

/** One line of a JSON lines file, and what it is called in messages. */
export interface PlacedLine {
  readonly text: string;
  /** E.g. `context/titles.jsonl line 7`. */
  readonly place: string;
}

/** Fields of a JSON object, each checked as it is read. */
export class JsonFields {
  constructor(
    private readonly fields: Readonly<Record<string, unknown>>,
    private readonly place: string,
    private readonly code: TrainingExportErrorCode = 'BAD_CONTEXT_LINE',
  ) {}

  /** @throws TrainingExportError where the line is no JSON object */
  static parse({ text, place }: PlacedLine, code: TrainingExportErrorCode = 'BAD_CONTEXT_LINE'): JsonFields {
    const bad = (cause?: unknown): TrainingExportError =>
      new TrainingExportError(code, `${place} is no JSON object`, { cause });
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (cause) {
      throw bad(cause);
    }
    if (!isObject(value)) throw bad();
    return new JsonFields(value, place, code);
  }

  text(name: string): string {
    return this.checked(name, 'a text', (value) => typeof value === 'string');
  }

  id(name: string): string {
    return this.checked(
      name,
      'a text that is not empty',
      (value) => typeof value === 'string' && value !== '',
    );
  }

  textList(name: string): readonly string[] {
    return this.checked(
      name,
      'a list of texts',
      (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
    );
  }

  yearOrNull(name: string): number | null {
    return this.checked(name, 'a whole number or null', (value) => value === null || Number.isInteger(value));
  }

  stars(name: string): number {
    return this.checked(
      name,
      'a number in [0.5, 5]',
      (value) => typeof value === 'number' && value >= 0.5 && value <= 5,
    );
  }

  /** ISO 8601, as it stands. */
  instant(name: string): string {
    return this.checked(
      name,
      'a time such as 2026-05-01T12:00:00Z',
      (value) =>
        typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) && !Number.isNaN(Date.parse(value)),
    );
  }

  flag(name: string): boolean {
    return this.checked(name, 'true or false', (value) => typeof value === 'boolean');
  }

  optionalFlag(name: string): boolean {
    return this.fields[name] === undefined || this.fields[name] === null ? false : this.flag(name);
  }

  objects(name: string): JsonFields[] {
    const list = this.checked<Record<string, unknown>[]>(
      name,
      'a list of objects',
      (value) => Array.isArray(value) && value.every(isObject),
    );
    return list.map((fields, i) => new JsonFields(fields, `${this.place}: ${name}[${i}]`, this.code));
  }

  private checked<T>(name: string, what: string, isFine: (value: unknown) => boolean): T {
    const value = this.fields[name];
    if (isFine(value)) return value as T;
    const shown = value === undefined ? 'nothing' : JSON.stringify(value).slice(0, SHOWN_LENGTH);
    throw new TrainingExportError(this.code, `${this.place}: ${name} must be ${what}, not ${shown}`);
  }
}

const SHOWN_LENGTH = 60;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

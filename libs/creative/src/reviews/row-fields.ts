import { CreativeError } from '../errors';

/** Smallest and largest number that may stand in a field. */
export type Limits = readonly [least: number, most: number];

/** The fields of one object of a file, each read with a check that names file, line and field. */
export class RowFields {
  /** @param place file, line and what leads to the object, e.g. `reviews.jsonl:3: aspects[0]` */
  private constructor(
    private readonly place: string,
    private readonly row: Readonly<Record<string, unknown>>,
  ) {}

  /** @throws CreativeError where it is no object, or has a field that nobody knows */
  static of(place: string, value: unknown, known: readonly string[]): RowFields {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new CreativeError('BAD_REVIEW', `${place}: must be a JSON object`);
    const stranger = Object.keys(value).find((name) => !known.includes(name));
    if (stranger !== undefined)
      throw new CreativeError(
        'BAD_REVIEW',
        `${place}: ${JSON.stringify(stranger)} is not a field of this format (${known.join(', ')})`,
      );
    return new RowFields(place, value as Record<string, unknown>);
  }

  /** Not empty. */
  text(name: string): string {
    const value = this.row[name];
    if (typeof value !== 'string' || value.trim() === '') throw this.bad(name, 'a text that is not empty');
    return value;
  }

  textOrNull(name: string): string | null {
    return this.isAbsent(name) ? null : this.text(name);
  }

  /** May be empty or absent. */
  textOrEmpty(name: string): string {
    const value = this.row[name] ?? '';
    if (typeof value !== 'string') throw this.bad(name, 'a text');
    return value;
  }

  /** None where it is absent. */
  texts(name: string): string[] {
    const value = this.row[name] ?? [];
    const isList = Array.isArray(value) && value.every((one) => typeof one === 'string' && one.trim() !== '');
    if (!isList) throw this.bad(name, 'a list of texts that are not empty');
    return value as string[];
  }

  number(name: string, [least, most]: Limits): number {
    const value = this.row[name];
    if (typeof value !== 'number' || !(value >= least && value <= most))
      throw this.bad(name, `a number in [${least}, ${most}]`);
    return value;
  }

  numberOrNull(name: string, limits: Limits): number | null {
    return this.isAbsent(name) ? null : this.number(name, limits);
  }

  /** One of a few words. */
  word<Word extends string>(name: string, words: readonly Word[]): Word {
    const value = this.row[name];
    const found = words.find((word) => word === value);
    if (found === undefined) throw this.bad(name, `one of ${words.join(', ')}`);
    return found;
  }

  /** Milliseconds since 1970 of an ISO 8601 date or time; null where it is absent. */
  momentOrNull(name: string): number | null {
    if (this.isAbsent(name)) return null;
    const atMs = Date.parse(this.text(name));
    if (Number.isNaN(atMs)) throw this.bad(name, 'a date or time of ISO 8601');
    return atMs;
  }

  /** Objects within. */
  objects(name: string, known: readonly string[]): RowFields[] {
    const value = this.row[name] ?? [];
    if (!Array.isArray(value)) throw this.bad(name, 'a list');
    return value.map((one, i) => RowFields.of(`${this.place}: ${name}[${i}]`, one, known));
  }

  object(name: string, known: readonly string[]): RowFields {
    return RowFields.of(`${this.place}: ${name}`, this.row[name], known);
  }

  bad(name: string, wanted: string): CreativeError {
    const value = this.row[name];
    const found = value === undefined ? 'it is missing' : `it is ${shown(value)}`;
    return new CreativeError('BAD_REVIEW', `${this.place}: ${name} must be ${wanted}; ${found}`);
  }

  private isAbsent(name: string): boolean {
    return this.row[name] === undefined || this.row[name] === null;
  }
}

const MOST_SHOWN = 60;

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

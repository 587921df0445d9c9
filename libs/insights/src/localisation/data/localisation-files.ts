import type { ClassConstructor } from 'class-transformer';
import { Type } from 'class-transformer';
import { Equals, IsArray, IsNotEmpty, IsObject, IsString, ValidateNested } from 'class-validator';
import { AssumptionRow, CostRow, LanguageRow, MarketRow, ModeRow, StreamingRow } from './localisation-rows';
import type { StatedRow } from './stated-row';

/** A file of rows, each with one figure. */
export interface LocalisationFile<Row extends StatedRow> {
  readonly schema: string;
  /** What the rows say, for people. */
  readonly about: string;
  /** Short name → what it is, with year. */
  readonly sources: Readonly<Record<string, unknown>>;
  readonly rows: readonly Row[];
}

/** What to know of a kind of file. */
export interface LocalisationFileKind<Row extends StatedRow> {
  readonly name: string;
  readonly type: ClassConstructor<LocalisationFile<Row>>;
  /** Names a row among its like: no two may have the same. */
  keyOf(row: Row): string;
}

function fileKind<Row extends StatedRow>(
  name: string,
  row: ClassConstructor<Row>,
  keyOf: (row: Row) => string,
): LocalisationFileKind<Row> {
  class File implements LocalisationFile<Row> {
    @Equals(`localisation-${name}/1`) schema: string;
    @IsString() @IsNotEmpty() about: string;
    @IsObject() sources: Readonly<Record<string, unknown>>;
    @IsArray() @ValidateNested({ each: true }) @Type(() => row) rows: Row[];
  }
  return { name: `${name}.json`, type: File, keyOf };
}

/** The files of `models/localisation`. */
export const LOCALISATION_FILES = {
  markets: fileKind('markets', MarketRow, ({ country }) => country),
  streaming: fileKind('streaming', StreamingRow, ({ country }) => country),
  languages: fileKind('languages', LanguageRow, (row) => `${row.country} ${row.role} ${row.language}`),
  modes: fileKind('modes', ModeRow, ({ country, mode }) => `${country} ${mode}`),
  costs: fileKind('costs', CostRow, ({ kind, language }) => `${kind}:${language}`),
  assumptions: fileKind('assumptions', AssumptionRow, ({ name }) => name),
} as const;

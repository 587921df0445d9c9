import path from 'node:path';
import { DuckDBInstance, type DuckDBConnection, type DuckDBValue, type JS } from '@duckdb/node-api';
import { TemporaryFolder } from '@keyart/common';
import { literal } from './sql-text';

/** Enough for a million decisions; what does not fit is laid on disk. */
const MEMORY_LIMIT = '1200MB';

/**
 * A DuckDB of its own in this process, with a folder for its tables: in a file they are compressed, to about a tenth, and most stay in
 * memory all the same.
 */
export class Analysis {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    private readonly folder: TemporaryFolder,
  ) {}

  static async open(): Promise<Analysis> {
    const folder = await TemporaryFolder.make('keyart-analysis');
    const instance = await DuckDBInstance.create(':memory:', {
      ...{ memory_limit: MEMORY_LIMIT, temp_directory: folder.path },
      ...{ autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' },
    });
    const connection = await instance.connect();
    // Nobody opens the file again, so that nothing needs to be written for a crash.
    const file = literal(path.join(folder.path, 'tables.duckdb'));
    await connection.run(`ATTACH ${file} AS work (RECOVERY_MODE NO_WAL_WRITES)`);
    await connection.run('USE work');
    return new Analysis(instance, connection, folder);
  }

  async run(sql: string): Promise<void> {
    await this.connection.run(sql);
  }

  /** Rows as objects of plain values. */
  async rows<Row extends object>(sql: string): Promise<Row[]> {
    const reader = await this.connection.runAndReadAll(sql);
    return reader.getRowObjectsJS() as Record<string, JS>[] as Row[];
  }

  /** The only row. */
  async row<Row extends object>(sql: string): Promise<Row> {
    const [row] = await this.rows<Row>(sql);
    return row;
  }

  /** Rows in portions, as they are computed; nothing else may be asked before the last one. */
  async *stream<Row extends object>(sql: string): AsyncIterable<Row[]> {
    const result = await this.connection.stream(sql);
    for await (const rows of result.yieldRowObjectJs()) yield rows as Record<string, JS>[] as Row[];
  }

  /** Column by column; numbers as DuckDB has them. */
  async columns(sql: string): Promise<DuckDBValue[][]> {
    const reader = await this.connection.runAndReadAll(sql);
    // Without rows the reader has no columns either.
    return reader.currentRowCount > 0 ? reader.getColumns() : reader.columnNames().map(() => []);
  }

  /** Fills a table with rows made here. @param table whose columns the values have the types of */
  async append(table: string, rows: Iterable<readonly (string | number)[]>): Promise<void> {
    const appender = await this.connection.createAppender(table);
    for (const row of rows) {
      for (const value of row) {
        if (typeof value === 'string') appender.appendVarchar(value);
        else appender.appendDouble(value);
      }
      appender.endRow();
    }
    appender.closeSync();
  }

  async close(): Promise<void> {
    this.connection.closeSync();
    this.instance.closeSync();
    await this.folder.remove();
  }
}

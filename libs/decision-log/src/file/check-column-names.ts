import { DecisionLogError } from '../errors';

/** @param names as they stand in the file; DuckDB does not tell capitals apart, and renames those that come again @throws DecisionLogError */
export function checkColumnNames(file: string, names: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const name of names.filter((one) => one !== '')) {
    const before = seen.get(name.toLowerCase());
    if (before !== undefined)
      throw new DecisionLogError(
        'BAD_LOG_FILE',
        `${file}: column ${name} stands there twice${before === name ? '' : `, as ${before} before`}`,
      );
    seen.set(name.toLowerCase(), name);
  }
}

import { logFormatOf } from './log-format';

describe('logFormatOf', () => {
  it.each([
    ['log.parquet', 'parquet'],
    ['a/b.CSV', 'csv'],
    ['log.jsonl', 'jsonl'],
    ['log.ndjson', 'jsonl'],
  ])('%s is %s', (file, format) => {
    expect(logFormatOf(file)).toBe(format);
  });

  it('names the extensions it knows', () => {
    expect(() => logFormatOf('log.xlsx')).toThrow('must be one of .parquet, .csv, .jsonl, .ndjson');
  });
});

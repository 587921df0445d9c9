import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readCsvHeadings } from './csv-headings';

describe('readCsvHeadings', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'keyart-csv-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['a,b,c\n1,2,3', ',', ['a', 'b', 'c']],
    ['\uFEFFa; b;"c;d"\r\n1;2;3', ';', ['a', 'b', 'c;d']],
    ['\n\n"a ""x""","b\nb"\n1,2', ',', ['a "x"', 'b\nb']],
    ['alone', ',', ['alone']],
    ['a\tb,c\td', '\t', ['a', 'b,c', 'd']],
    ['a,,"', ',', ['a', '', '']],
    ['', ',', ['']],
  ])('%j', async (text, separator, names) => {
    const file = path.join(folder, 'some.csv');
    writeFileSync(file, text);
    expect(await readCsvHeadings(file)).toEqual({ separator, names });
  });
});

import fc from 'fast-check';
import { CsvParser } from './csv-parser';

function rowsOf(...pieces: string[]): string[][] {
  const parser = new CsvParser();
  const rows = pieces.flatMap((piece) => parser.push(piece));
  const last = parser.end();
  return last ? [...rows, last] : rows;
}

describe('comma-separated values', () => {
  it('reads quotes, commas, line breaks and both line ends', () => {
    expect(rowsOf('a,b\r\n"1,""x""","two\nlines"\n\n3,"" \n,')).toEqual([
      ['a', 'b'],
      ['1,"x"', 'two\nlines'],
      ['3', ' '],
      ['', ''],
    ]);
  });

  it('takes a quote inside a field for itself, and an empty file for no rows', () => {
    expect(rowsOf('5" wide,b')).toEqual([['5" wide', 'b']]);
    expect(rowsOf('')).toEqual([]);
  });

  it('says that a quote is open', () => {
    expect(() => rowsOf('a,"b\n')).toThrow('not closed');
  });

  it('reads back any table, however it is cut', () => {
    const field = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', 'é', '🎬') });
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.nat(), (rows, cut) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = rows.map((row) => row.map(quoted).join(',')).join('\r\n');
        const units = [...text];
        const at = cut % (units.length + 1);
        expect(rowsOf(units.slice(0, at).join(''), units.slice(at).join(''))).toEqual(rows);
      }),
    );
  });
});

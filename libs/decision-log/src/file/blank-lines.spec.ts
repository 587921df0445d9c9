import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findBlankLines } from './blank-lines';

describe('findBlankLines', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'keyart-csv-'));
  const file = path.join(folder, 'some.csv');
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['a,b\n1,2\n3,4\n', [], 0],
    ['a,b\n1,2\n3,4', [], 0],
    ['a,b\n\n1,2\n\n\n3,4', [1, 3, 4], 0],
    ['a,b\r\n\r\n1,2\r\n', [1], 0],
    ['a,b\r\r1,2\r3,4\r', [1], 0],
    ['\n\na,b\n1,2\n\n\n', [], 2],
    ['a,b\n1,"x\n\ny"\n\n"z""\n\n",2', [2], 0],
    ['a\n\n\n\n\n\n\n\n1\n', [1, 2, 3, 4, 5], 0],
  ])('%j', async (text, examples, trailingCount) => {
    writeFileSync(file, text);
    expect(await findBlankLines(file)).toMatchObject({ examples, trailingCount });
  });

  it('counts all, and shows five', async () => {
    writeFileSync(file, `a,b\n${'1,2\n\n'.repeat(9)}3,4\n`);
    expect(await findBlankLines(file)).toEqual({ count: 9, examples: [2, 4, 6, 8, 10], trailingCount: 0 });
  });

  it('sees a blank line where two chunks meet', async () => {
    const long = 'x'.repeat((1 << 22) - 3);
    writeFileSync(file, `a\n${long}\n\n1\n`);
    expect(await findBlankLines(file)).toMatchObject({ count: 1, examples: [2] });
  });
});

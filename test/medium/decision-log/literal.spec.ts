import { withAnalysis } from '@keyart/decision-log';
import { literal } from '../../../libs/decision-log/src/sql-text';

describe('a text as an SQL literal', () => {
  it.each(['', 'plain', "it's", "'; DROP TABLE log; --", 'a\0b', "\0'\0"])('is read as %j', async (text) => {
    const row = await withAnalysis((analysis) =>
      analysis.row<{ text: string; is: boolean }>(
        `SELECT ${literal(text)} AS text, text = ${literal(text)} AS "is"`,
      ),
    );
    expect(row).toEqual({ text, is: true });
  });
});

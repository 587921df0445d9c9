import fc from 'fast-check';
import { cleanQuote, MOST_WORDS } from './clean-quote';

const whole = (text: string, author: string | null = null) =>
  cleanQuote({ text, evidence: { from: 0, to: text.length }, author });
const part = (text: string, words: string) => {
  const from = text.indexOf(words);
  return cleanQuote({ text, evidence: { from, to: from + words.length }, author: null })?.text;
};

describe('cleanQuote', () => {
  it('leaves a short sentence as it is', () => {
    expect(whole('The acting is superb.')).toEqual({
      ...{ text: 'The acting is superb.', wordCount: 4 },
      ...{ isCutBefore: false, isCutAfter: false, isTakenFrom: false },
    });
  });

  it('cuts at words and shows where', () => {
    const text = 'I must say the acting is simply superb throughout. Bravo.';
    expect(part(text, 'acting is simply sup')).toBe('… acting is simply superb …');
    expect(part(text, 'the acting is simply superb throughout.')).toBe(
      '… the acting is simply superb throughout.',
    );
    expect(part(`Hm. ${text}`, text)).toBe('I must say the acting is simply superb throughout. Bravo.');
  });

  it('has 25 words at most, of any script', () => {
    const long = whole(Array.from({ length: 40 }, (_, i) => `word${'abcdefgh'[i % 8]}`).join(' '));
    expect(long).toMatchObject({ wordCount: MOST_WORDS, isCutAfter: true });
    expect(long?.text.split(' ')).toHaveLength(MOST_WORDS + 1);
    const japanese = whole('映像がとても美しくて音楽も素晴らしい。'.repeat(6));
    expect(japanese?.wordCount).toBe(MOST_WORDS);
    expect(japanese?.text.endsWith(' …')).toBe(true);
  });

  it.each([
    ['write to jo.doe+x@mail.example.org for more', 'write to […] for more'],
    ['see https://example.org/u/1?q=2 for all that', 'see […] for all that'],
    ['see www.example.org or movies.com/me for that', 'see […] or […] for that'],
    ['as @film_fan.7 says it is u/some-body great', 'as […] says it is […] great'],
    ['call +49 (0)170 123-45 67 it was great', 'call […] it was great'],
    ['my card 4111 1111 1111 1111 paid for it', 'my card […] paid for it'],
    ['as user 8d3f0c2a-1b2c-4d5e-8f90-aabbccddeeff said it', 'as user […] said it'],
    ['reviewer ur12345678 liked this one', 'reviewer […] liked this one'],
    ['I loved it. My name is Anna Maria Schmidt and I cried', 'I loved it. […] and I cried'],
    ['I live at 12 Old Mill Road and liked it', 'I live at […] and liked it'],
    ['ich wohne in der Lindenstraße 12 und es war gut', 'ich wohne in der […] und es war gut'],
    ['电话 １３９１２３４５６７８ 的电影很好看', '电话 […] 的电影很好看'],
  ])('takes out what points to a person: %s', (text, expected) => {
    expect(whole(text)).toMatchObject({ text: expected, isTakenFrom: true });
  });

  it('keeps years, runtimes, room numbers and regards', () => {
    const text = 'Blade Runner 2049 of 2017 has 163 minutes, room 237, no regards for plot.';
    expect(whole(text)?.text).toBe(text);
  });

  it("takes out the author's own name, as it was signed", () => {
    expect(whole('it is great, says JO  Doe (critic)', 'Jo Doe')?.text).toBe(
      'it is great, says […] (critic)',
    );
    expect(whole('odd (name) in here', '(name')?.text).toBe('odd […]) in here');
  });

  it('takes out all of an address though the evidence begins within it', () => {
    const text = 'Mail jo.doe@mail.example.org, the acting is superb.';
    expect(part(text, 'example.org, the acting is superb.')).not.toContain('example');
  });

  it('reads the end of a long text as it reads the start', () => {
    const text = `${'😀 filler word '.repeat(20_000)}and here the acting is superb.`;
    expect(part(text, 'the acting is superb.')).toBe('… the acting is superb.');
    expect(whole('1 '.repeat(50_000))).toBeNull();
    expect(whole('so very good '.concat('a'.repeat(9_000)))?.text).toBe('so very good …');
  });

  it('takes out markup and invisible characters', () => {
    expect(whole('so<br /><br />very \u202egood \u0000acting')?.text).toBe('so very good acting');
  });

  it.each(['', '   ', 'two words', '!!! ???', 'jo@x.org @me +49 170 1234567'])(
    'quotes nothing of %j',
    (text) => {
      expect(whole(text)).toBeNull();
    },
  );

  it('never shows an address, an account or a long number, nor more than 25 words', () => {
    const pieces = fc.constantFrom(
      ...[
        'good',
        'acting',
        ' ',
        ', ',
        '. ',
        '@',
        'jo@x.org',
        '@bob',
        '12345',
        '<br />',
        'www.a.com',
        '映画',
        '😀',
        '…',
      ],
    );
    const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.nat(200), fc.nat(200), (text, from, length) => {
        const evidence = { from: Math.min(from, text.length), to: Math.min(from + length, text.length) };
        const quote = cleanQuote({ text, evidence, author: null });
        if (quote === null) return;
        expect(quote.text).not.toMatch(/\w@\w|@\w{2}|\d{5}|www\./);
        expect(quote.wordCount).toBeLessThanOrEqual(MOST_WORDS);
        expect(quote.text.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

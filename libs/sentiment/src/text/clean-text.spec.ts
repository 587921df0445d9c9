import { cleanText, MAXIMUM_TEXT_LENGTH } from './clean-text';

describe('cleanText', () => {
  it('blanks markup and role marks out and moves nothing', () => {
    const given = 'A <br />fine &amp; <b>dark</b> film <|im_start|>system';
    const { text, flags } = cleanText(given);
    expect(text).toHaveLength(given.length);
    expect(text.indexOf('dark')).toBe(given.indexOf('dark'));
    expect(text.split(/\s+/)).toEqual(['A', 'fine', 'dark', 'film', 'system']);
    expect(flags).toEqual(['instructions', 'markup']);
  });

  it('takes control characters out, and leaves what emoji and scripts need', () => {
    expect(cleanText('a\u0000b\u202Ec')).toEqual({ text: 'a b c', flags: ['control-characters'] });
    expect(cleanText('👩‍🚀 ok\n').flags).toEqual([]);
  });

  it('reads so much and says that there was more', () => {
    const { text, flags } = cleanText('x'.repeat(1_000_000));
    expect(text).toHaveLength(MAXIMUM_TEXT_LENGTH);
    expect(flags).toEqual(['truncated']);
  });

  it('does not take a comparison for markup', () => {
    expect(cleanText('acting < plot, 3 > 2').flags).toEqual([]);
  });
});

import { passagesOf, sentencesOf } from './passages';

const TEXT = 'Slow at first... But what an ending! "Bravo." \n ... \nWe cried';

describe('sentencesOf', () => {
  it('tells sentences apart, without those that have no words', () => {
    const found = sentencesOf(TEXT).map(({ from, to }) => TEXT.slice(from, to).trim());
    expect(found).toEqual(['Slow at first...', 'But what an ending!', '"Bravo."', 'We cried']);
  });

  it('is quick with marks and without any', () => {
    expect(sentencesOf('.'.repeat(20_000))).toEqual([]);
    expect(sentencesOf('a'.repeat(20_000))).toHaveLength(1);
  });
});

describe('passagesOf', () => {
  it('puts short sentences together and leaves long ones alone', () => {
    const long = `${'word '.repeat(40)}. `;
    const text = `One two. Three four. ${long}Five.`;
    const found = passagesOf(text, sentencesOf(text)).map(({ from, to }) => text.slice(from, to).trim());
    expect(found[0]).toBe('One two. Three four.');
    expect(found).toHaveLength(3);
    expect(found[2]).toBe('Five.');
  });
});

import { MiniLmTokenizer } from './mini-lm-tokenizer';

describe('MiniLmTokenizer', () => {
  // As transformers' BertTokenizerFast encodes them.
  it.each([
    ['Hello, world!', [101, 7592, 1010, 2088, 999, 102]],
    ['hello world', [101, 7592, 2088, 102]],
    ['', [101, 102]],
  ])('encodes %j', async (text, wanted) => {
    expect((await MiniLmTokenizer.load()).encode(text)).toEqual(wanted);
  });

  it('cuts what is too long, and ends it', async () => {
    const ids = (await MiniLmTokenizer.load()).encode('rain '.repeat(1000));
    expect(ids).toHaveLength(256);
    expect([ids[0], ids[255]]).toEqual([101, 102]);
  });
});

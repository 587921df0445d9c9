import { letteringClaimOf } from './lettering-claim';

describe('letteringClaimOf', () => {
  it.each([
    ['with the title in gold letters', true],
    ['a poster with lettering below', true],
    ['a man in a hat, no lettering', false],
    ['a textless picture', false],
    ['a scene without any text', false],
    ['a man writes a letter of love', null],
    ['a man in a hat', null],
  ])('%s', (text, expected) => {
    expect(letteringClaimOf(text)).toBe(expected);
  });
});

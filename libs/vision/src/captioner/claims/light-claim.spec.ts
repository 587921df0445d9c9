import { lightClaimOf } from './light-claim';

describe('lightClaimOf', () => {
  it.each([
    ['a dark hall', 'dark'],
    ['a street at night', 'dark'],
    ['a sunny meadow', 'bright'],
    ['a woman with long dark hair and bright eyes', null],
    ['a man in a dark green coat', null],
    ['a dark figure against bright light', 'bright'],
    ['a bright lamp in a dark room', null],
    ['a man in a hat', null],
  ])('%s', (text, expected) => {
    expect(lightClaimOf(text)).toBe(expected);
  });
});

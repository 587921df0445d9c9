import { placeWords } from './place-words';

describe('placeWords', () => {
  it.each([
    [0.5, 0.5, 'in the middle'],
    [0.1, 0.5, 'on the left'],
    [0.9, 0.5, 'on the right'],
    [0.5, 0.1, 'at the top'],
    [0.9, 0.9, 'at the bottom right'],
  ])('%d, %d is %s', (x, y, expected) => {
    expect(placeWords({ x, y })).toBe(expected);
  });
});

import { colourWord } from './colour-words';

describe('colourWord', () => {
  it.each([
    ['#000000', 'black'],
    ['#ffffff', 'white'],
    ['#808080', 'grey'],
    ['#ff0000', 'red'],
    ['#e01020', 'red'],
    ['#5a0a10', 'deep red'],
    ['#ffb6c1', 'pink'],
    ['#5b3a1e', 'brown'],
    ['#ff8c00', 'orange'],
    ['#d9b98c', 'sand'],
    ['#e8d020', 'yellow'],
    ['#0b5d1e', 'dark green'],
    ['#00a0a0', 'teal'],
    ['#102a6b', 'dark blue'],
    ['#9ec9f5', 'pale blue'],
    ['#7a2bd0', 'violet'],
  ])('calls %s %s', (hex, expected) => {
    expect(colourWord(hex)).toBe(expected);
  });
});
